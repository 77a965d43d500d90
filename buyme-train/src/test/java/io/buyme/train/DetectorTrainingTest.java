package io.buyme.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Box;
import io.buyme.api.BuyMeException;
import io.buyme.onnx.OnnxModel;
import io.buyme.onnx.PictureFormat;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.data.DrawnScenes;
import io.buyme.train.data.PixelClasses;
import io.buyme.train.data.Scene;
import io.buyme.train.dense.DenseObjectives;
import io.buyme.train.dense.TaggedScenes;
import io.buyme.train.dense.Teacher;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Schedule.Stage;
import io.buyme.train.loop.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTrainingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void colorsOfArticlesAreLearnedInTwoStagesAndWrittenAsAModel() throws IOException {
        Path coco = DrawnScenes.write(folder, 30);
        Path out = folder.resolve("out");

        TrainingResult result = DetectorTraining.run(request(coco, out), line -> {});

        assertThat(result.measure().orElseThrow()).isGreaterThan(0.5);
        assertThat(folder.resolve("out/curve.png")).isNotEmptyFile();
        try (OnnxModel model = OnnxModel.open(out.resolve("detector.onnx"), 1)) {
            assertThat(model.metadata())
                    .containsEntry("buyme.pixels", "background\ntop\npants")
                    .hasEntrySatisfying(
                            "buyme.labels", lines -> assertThat(lines.lines()).hasSize(2));
            PictureFormat format =
                    PictureFormat.parse(Objects.requireNonNull(model.metadata().get("buyme.picture")));
            assertThat(List.of(format.width(), format.height())).containsExactly(32, 64);
        }
        assertThatThrownBy(() -> DetectorTraining.run(request(coco, out), line -> {}))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("resume");
        theModelLabelsPhotosOfWhichOnlyTagsAreKnown(out.resolve("detector.onnx"));
    }

    /** Photo 1 shows top and trousers; photo 2, too, but is tagged with the top alone. */
    private void theModelLabelsPhotosOfWhichOnlyTagsAreKnown(Path model) throws IOException {
        Path tagged = Files.createDirectory(folder.resolve("tagged"));
        Files.copy(folder.resolve("photo-1.png"), tagged.resolve("1.png"));
        Files.copy(folder.resolve("photo-2.png"), tagged.resolve("2.png"));
        Files.writeString(folder.resolve("tags.json"), """
                {"1.png": ["blouse", "jeans"], "2.png": ["blouse", "hair"], "gone.png": ["jeans"]}""");
        Files.writeString(folder.resolve("mapping.json"), """
                {"label_to_category": {"blouse": "top", "jeans": "pants", "hair": null}}""");
        PixelClasses classes = new PixelClasses(List.of(), List.of("top", "pants"));
        TaggedScenes scenes;
        try (Teacher teacher = Teacher.open(model, classes, 1)) {
            scenes = TaggedScenes.read(folder, teacher);
        }
        assertThat(scenes.scenes()).extracting(Scene::name).containsExactly("tagged/1.png", "tagged/2.png");
        assertThat(scenes.skipped()).singleElement().asString().contains("gone.png");
        Scene both = scenes.scenes().get(0);
        assertThat(both.things()).extracting(Scene.Thing::category).containsExactly(0, 1);
        assertThat(both.things().get(1).box().iou(new Box(16, 45, 20, 50))).isGreaterThan(0.5);
        assertThat(both.label(25, 70)).isEqualTo(2);
        assertThat(both.label(2, 2)).isLessThanOrEqualTo(0);
        assertThat(scenes.scenes().get(1).things())
                .extracting(Scene.Thing::category)
                .containsExactly(0);
        PixelClasses others = new PixelClasses(List.of(), List.of("top", "skirt"));
        assertThatThrownBy(() -> Teacher.open(model, others, 1))
                .isInstanceOf(BuyMeException.class)
                .hasMessageContaining("skirt");
    }

    private static DetectorRequest request(Path coco, Path out) {
        List<Stage> stages = List.of(new Stage(0.5, 32, "expanded_conv_5.add"), new Stage(1, 32, ""));
        DetectorRecipe recipe = new DetectorRecipe(
                3,
                DenseObjectives.standard(),
                4,
                2,
                SceneAugmentation.NONE,
                new Schedule(6, stages, 3e-3, 0.05, 0.1, 1, 1, 0, 0.01, 5, 0.8, 8));
        RunOptions run = new RunOptions(Optional.empty(), out, 1, Optional.empty(), true, false);
        return new DetectorRequest(recipe, coco, Objects.requireNonNull(coco.getParent()), Optional.empty(), run);
    }
}
