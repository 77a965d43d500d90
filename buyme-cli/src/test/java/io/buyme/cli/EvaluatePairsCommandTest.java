package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three photos; the first two are a pair. The embedder {@code size-only} takes the tops of the pair for that of the third,
 * and tells the bags from all else.
 */
class EvaluatePairsCommandTest {

    private static final String COCO = """
            {"categories": [{"id": 1, "name": "top"}, {"id": 2, "name": "bag"}, {"id": 3, "name": "hat"}],
             "images": [{"id": 1, "file_name": "1.png", "width": 300, "height": 300},
                        {"id": 2, "file_name": "2.png", "width": 300, "height": 300},
                        {"id": 3, "file_name": "3.png", "width": 310, "height": 300}],
             "annotations": [
              {"id": 1, "image_id": 1, "category_id": 1, "bbox": [50, 50, 100, 50]},
              {"id": 2, "image_id": 2, "category_id": 1, "bbox": [50, 50, 110, 50]},
              {"id": 3, "image_id": 3, "category_id": 1, "bbox": [50, 50, 105, 50]},
              {"id": 4, "image_id": 1, "category_id": 2, "bbox": [50, 150, 20, 20]},
              {"id": 5, "image_id": 2, "category_id": 2, "bbox": [50, 150, 22, 20]},
              {"id": 6, "image_id": 1, "category_id": 3, "bbox": [50, 10, 20, 18]},
              {"id": 7, "image_id": 3, "category_id": 3, "bbox": [50, 10, 20, 18], "iscrowd": 1}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @BeforeEach
    void writePhotos() throws IOException {
        BlankPictures.write(folder.resolve("1.png"), 300, 300);
        BlankPictures.write(folder.resolve("2.png"), 300, 300);
        BlankPictures.write(folder.resolve("3.png"), 310, 300);
        Files.writeString(folder.resolve("coco.json"), COCO);
        pairs("[[\"1.png\", \"2.png\"], [\"2.png\", \"elsewhere.png\"]]");
    }

    @Test
    void eachArticleSearchesForItsLikeInBothDirections() throws IOException {
        CommandRun run = evaluate("--crops", "box");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("crops").asText()).isEqualTo("box");
        assertThat(score.get("gallery").asInt()).isEqualTo(6);
        assertThat(score.get("queries").asInt()).isEqualTo(4);
        assertThat(score.get("pairs").asInt()).isEqualTo(1);
        assertThat(score.get("pairs_unused").asInt()).isEqualTo(1);
        assertThat(score.get("recall_at_1").asDouble()).isEqualTo(0.5);
        assertThat(score.get("recall_at_5").asDouble()).isEqualTo(1);
        // The hat of 1 has no like in 2, and is still less like the bag of 2 than the bag of 1 is.
        assertThat(score.get("by_category").has("hat")).isFalse();
        assertThat(score.get("by_category").get("bag").get("queries").asInt()).isEqualTo(2);
        assertThat(score.get("by_category").get("bag").get("recall_at_1").asDouble())
                .isEqualTo(1);
        assertThat(score.get("by_category").get("top").get("recall_at_1").asDouble())
                .isZero();
    }

    @Test
    void wholePhotosSearchForEachOther() throws IOException {
        JsonNode score =
                new ObjectMapper().readTree(evaluate("--crops", "whole-photo").out());
        assertThat(score.get("crops").asText()).isEqualTo("whole_photo");
        assertThat(score.get("gallery").asInt()).isEqualTo(3);
        assertThat(score.get("recall_at_1").asDouble()).isEqualTo(1);
        assertThat(score.get("by_category").get("photo").get("queries").asInt()).isEqualTo(2);
    }

    @Test
    void photosThatCannotBeUsedAreNamed() throws IOException {
        Files.delete(folder.resolve("3.png"));
        BlankPictures.write(folder.resolve("2.png"), 299, 300);
        CommandRun run = evaluate();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("failed").asInt()).isEqualTo(3);
        assertThat(score.get("failures").get(0).get("file").asText()).isEqualTo("2.png, annotation 2, top");
        assertThat(score.get("failures").get(0).get("error").asText()).contains("299 x 300");
        assertThat(score.get("queries").asInt()).isZero();
        assertThat(score.get("recall_at_1").isNull()).isTrue();
    }

    @Test
    void pairsThatGiveNoQueryAndBadFilesAreRefused() throws IOException {
        pairs("[[\"1.png\", \"4.png\"]]");
        assertRefused(evaluate(), "no pair of photos");
        pairs("[[\"1.png\"]]");
        assertRefused(evaluate(), "entry 1 must be two file names");
        pairs("[[\"1.png\", \"2.png\"]]");
        Files.writeString(folder.resolve("coco.json"), COCO.replace("\"image_id\": 3", "\"image_id\": 4"));
        assertRefused(evaluate(), "annotation 3 is of image 4");
        Files.writeString(folder.resolve("coco.json"), COCO.replace("\"hat\"", "\"gizmo\""));
        assertRefused(evaluate(), "annotation 6 is of category 'gizmo'");
    }

    @Test
    void whatTheEmbedderCannotBeShownIsRefused() {
        CommandRun run = CommandRun.of("evaluate", "lookbook", "--crops", "whole-photo");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("--crops is one of [mask, predicted-mask, box] here, got 'whole-photo'");
        assertThat(evaluate("--crops", "half").exitCode()).isEqualTo(ExitCodes.USAGE);
    }

    private void pairs(String text) throws IOException {
        Files.writeString(folder.resolve("pairs.json"), text);
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains(message);
    }

    private CommandRun evaluate(Object... more) {
        List<?> args = List.of(
                "evaluate",
                "pairs",
                "--coco",
                folder.resolve("coco.json"),
                "--images",
                folder,
                "--pairs",
                folder.resolve("pairs.json"),
                "--embedder",
                "size-only");
        return CommandRun.of(args, more);
    }
}
