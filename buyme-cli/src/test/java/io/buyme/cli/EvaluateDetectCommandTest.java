package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.image.ImageEncoder;
import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import io.buyme.image.coco.CocoCategory;
import io.buyme.image.coco.CocoImage;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import io.buyme.testkit.lookbook.WornGarment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two drawn people wear, as annotations. */
class EvaluateDetectCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void scoresTheStandardDetectorBySuperCategories() throws IOException {
        Path coco = annotate(2);
        Path drawings = folder.resolve("drawings");
        CommandRun run = CommandRun.of(
                "evaluate",
                "detect",
                "--coco",
                coco,
                "--images",
                folder,
                "--detector",
                "body-regions",
                "--overlays",
                drawings,
                "--count",
                1);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("overlays: " + drawings);
        assertThat(drawings).isDirectoryContaining("glob:**.jpg");
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("photos").asInt()).isEqualTo(2);
        assertThat(score.get("failed").asInt()).isZero();
        assertThat(score.get("ms_per_photo").asDouble()).isPositive();
        assertThat(score.get("foreign_categories").toString()).contains("upper");
        assertThat(score.get("box_ap").isNull()).isTrue();
        assertThat(score.get("center_box").get("relative_size").asDouble()).isEqualTo(0.5);
        JsonNode coarse = score.get("super_categories");
        for (String figure : List.of("box_ap", "box_ap50", "box_ap75", "box_ar")) {
            assertThat(coarse.get(figure).asDouble()).isBetween(0.1, 1.0);
            assertThat(coarse.get(figure.replace("box", "mask")).asDouble()).isBetween(0.1, 1.0);
            assertThat(coarse.get("without_accessory").get(figure).asDouble()).isBetween(0.1, 1.0);
        }
        assertThat(coarse.get("by_category").get("upper").get("box_ap50").asDouble())
                .isEqualTo(1);
        assertThat(coarse.get("by_category").get("upper").get("annotations").asInt())
                .isEqualTo(2);
        assertThat(coarse.get("center_box").get("detector").asDouble())
                .isGreaterThan(coarse.get("center_box").get("center_box").asDouble());
    }

    @Test
    void badCommandLinesAndFilesAreNamed() throws IOException {
        Path coco = annotate(1);
        CommandRun missing = evaluate(folder.resolve("none.json"));
        assertThat(missing.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(missing.err()).contains("there is no annotation file");
        CommandRun setting = evaluate(coco, "--detector", "body-regions", "--detector-option", "speed=9");
        assertThat(setting.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(setting.err()).contains("detector 'body-regions': unknown option [speed]");
        CommandRun twice = evaluate(coco, "--detector", "body-regions", "--model", "a", "--detector-option", "model=b");
        assertThat(twice.err()).contains("the model is given twice, by --model and by --detector-option");
        assertThat(evaluate(coco, "--part", "half").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(evaluate(coco, "--count", "0").exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    private CommandRun evaluate(Path coco, Object... more) {
        return CommandRun.of(List.of("evaluate", "detect", "--coco", coco, "--images", folder), more);
    }

    private Path annotate(int looks) throws IOException {
        List<CocoImage> images = new ArrayList<>();
        List<CocoAnnotation> annotations = new ArrayList<>();
        Map<String, CocoCategory> categories = new LinkedHashMap<>();
        for (int i = 0; i < looks; i++) {
            Look look = LookBook.withSeed(1).look(i);
            String file = look.name() + ".png";
            Files.write(folder.resolve(file), ImageEncoder.png(look.photo()));
            CocoImage image =
                    CocoImage.of(i, file, look.photo().getWidth(), look.photo().getHeight());
            images.add(image);
            for (WornGarment garment : look.worn()) {
                String name = garment.item().category();
                CocoCategory category =
                        categories.computeIfAbsent(name, added -> CocoCategory.of(categories.size(), added));
                annotations.add(CocoAnnotation.of(annotations.size(), image, category.id(), garment.mask()));
            }
        }
        Path coco = folder.resolve("coco.json");
        CocoAnnotations.of(images, categories.values(), annotations, Map.of()).write(coco);
        return coco;
    }
}
