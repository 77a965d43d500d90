package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.buyme.image.ImageDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures differ in width only, and the embedder {@code size-only} sees that: so the right figures can be counted. */
class EvaluateEmbedCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private Path index = Path.of("");
    private Path queries = Path.of("");

    @BeforeEach
    void writePictures() throws IOException {
        index = folder.resolve("index");
        queries = folder.resolve("queries");
        for (int width : new int[] {10, 11, 30}) {
            BlankPictures.write(index.resolve("a/%d.png".formatted(width)), width, 10);
        }
        for (int width : new int[] {20, 22}) {
            BlankPictures.write(index.resolve("b/%d.png".formatted(width)), width, 10);
        }
        BlankPictures.write(queries.resolve("a/12.png"), 12, 10);
        BlankPictures.write(queries.resolve("b/21.png"), 21, 10);
    }

    /** Query a ranks 11, 10, (20, 22), 30; query b ranks 20, 22, (30, 11, 10). Three of five votes are always for a. */
    @Test
    void theMeasuresAreThoseCountedByHand() throws IOException {
        CommandRun run = evaluate(index, queries);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("index").asInt()).isEqualTo(5);
        assertThat(score.get("queries").asInt()).isEqualTo(2);
        assertThat(score.get("precision_at_1").asDouble()).isEqualTo(1);
        assertThat(score.get("precision_at_5").asDouble()).isEqualTo(0.5);
        assertThat(score.get("precision_at_10").asDouble()).isEqualTo(0.5);
        assertThat(score.get("map").asDouble()).isEqualTo(0.9333);
        assertThat(score.get("top1").asDouble()).isEqualTo(0.5);
        assertThat(score.get("by_class").get("a").get("precision_at_10").asDouble())
                .isEqualTo(0.6);
        assertThat(score.get("by_class").get("b").get("top1").asDouble()).isZero();
        assertThat(score.get("by_class").get("b").get("queries").asInt()).isEqualTo(1);
        assertThat(score.get("embedder").asText()).isEqualTo("size-only");
        assertThat(score.get("version").asText()).isEqualTo("1");
        assertThat(score.get("dimension").asInt()).isEqualTo(2);
        assertThat(score.get("sparsity").asDouble()).isZero();
        assertThat(score.get("ms_per_image").asDouble()).isNotNegative();
    }

    @Test
    void aPictureIsNeverItsOwnNeighbour() throws IOException {
        BlankPictures.write(index.resolve("c/100.png"), 100, 10);
        JsonNode score = new ObjectMapper()
                .readTree(evaluate(index, index.resolve("../index")).out());
        assertThat(score.get("queries").asInt()).isEqualTo(5);
        assertThat(score.get("unanswerable").asInt()).isEqualTo(1);
        // 30 has 22 (b) next to it; the others have one of their class.
        assertThat(score.get("precision_at_1").asDouble()).isEqualTo(0.8);
    }

    @Test
    void badPicturesAreNamedAndTheOthersGoOn() throws IOException {
        Files.move(BadPictures.truncated(folder), queries.resolve("a/cut.jpg"));
        Files.move(BadPictures.text(folder), index.resolve("b/text.jpg"));
        Files.writeString(index.resolve("a/notes.txt"), "no picture");
        CommandRun run = evaluate(index, queries);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        JsonNode score = new ObjectMapper().readTree(run.out());
        assertThat(score.get("failed").asInt()).isEqualTo(2);
        assertThat(score.get("failures").findValuesAsText("file")).containsExactly("b/text.jpg", "a/cut.jpg");
        assertThat(score.get("index").asInt()).isEqualTo(5);
        assertThat(score.get("queries").asInt()).isEqualTo(2);
    }

    @Test
    void aLimitTakesTheFirstOfEachClass() throws IOException {
        JsonNode score = new ObjectMapper()
                .readTree(evaluate(index, queries, "--limit-per-class", 1).out());
        assertThat(score.get("index").asInt()).isEqualTo(2);
    }

    @Test
    void dataThatCanProveNothingIsRefused() throws IOException {
        assertRefused(evaluate(folder.resolve("none"), queries), "there is no folder");
        assertRefused(evaluate(Files.createDirectories(folder.resolve("empty")), queries), "there is no picture in");
        BlankPictures.write(folder.resolve("single/a/1.png"), 1, 1);
        assertRefused(evaluate(folder.resolve("single"), folder.resolve("single")), "one class only, [a]");
        BlankPictures.write(queries.resolve("c/9.png"), 9, 10);
        assertRefused(evaluate(index, queries), "has the classes [c]");
    }

    @Test
    void theContactSheetIsAPicture() {
        for (String choice : new String[] {"--contact-seed=7", "--worst"}) {
            Path sheet = folder.resolve("sheet.png");
            CommandRun run = evaluate(index, queries, "--contact-sheet", sheet, choice);
            assertThat(run.exitCode()).as(run.err()).isZero();
            BufferedImage image = ImageDecoder.standard().decode(sheet);
            assertThat(image.getWidth()).isGreaterThan(1000);
            assertThat(image.getHeight()).isBetween(300, 500);
        }
    }

    @Test
    void embeddersAreAskedForByIdAndWithSettings() {
        CommandRun unknown =
                CommandRun.of("evaluate", "embed", "--index", index, "--query", queries, "--embedder", "x");
        assertThat(unknown.exitCode()).isEqualTo(ExitCodes.ENVIRONMENT);
        assertThat(unknown.err()).contains("no Embedder 'x'");
        CommandRun setting = evaluate(index, queries, "--embedder-option", "speed=9", "--embedder-option", "b=1");
        assertThat(setting.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(setting.err()).contains("embedder 'size-only': unknown option [b, speed]");
        CommandRun model = evaluate(index, queries, "--model", "m.onnx");
        assertThat(model.err()).contains("unknown option [model]");
        CommandRun twice = evaluate(index, queries, "--model", "m.onnx", "--embedder-option", "model=n.onnx");
        assertThat(twice.err()).contains("the model is given twice");
    }

    private static void assertRefused(CommandRun run, String message) {
        assertThat(run.exitCode()).isEqualTo(ExitCodes.INPUT);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    private static CommandRun evaluate(Path index, Path queries, Object... more) {
        return CommandRun.of(
                List.of("evaluate", "embed", "--index", index, "--query", queries, "--embedder", "size-only"), more);
    }
}
