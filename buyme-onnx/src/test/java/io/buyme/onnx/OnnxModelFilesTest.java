package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.onnx.OnnxModelException.Reason;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelFilesTest {

    private static final Tensor ROW = Tensor.of(new float[] {1, 2, 3}, 1, 3);

    private final Path folder;

    OnnxModelFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void opensAFile() throws IOException {
        Path file =
                Files.write(folder.resolve("doubling.onnx"), Models.doubling().toBytes());
        try (OnnxModel model = OnnxModel.open(file, 2)) {
            assertThat(Models.run(model, ROW).toArray()).containsExactly(2, 4, 6);
            assertThat(model.name()).isEqualTo(file.toString());
        }
    }

    @Test
    void readsWeightsFromAFileOfTheirOwn() throws IOException {
        Files.write(folder.resolve("weights.bin"), floats(10, 20, 30));
        try (OnnxModel model = OnnxModel.open(fileWithExternalWeights(), 1)) {
            assertThat(Models.run(model, ROW).toArray()).containsExactly(11, 22, 33);
        }
    }

    @Test
    void namesTheMissingFileOfWeights() throws IOException {
        Path file = fileWithExternalWeights();
        assertFails(Reason.EXTERNAL_DATA_MISSING, () -> OnnxModel.open(file, 1), "weights.bin", folder.toString());
    }

    @Test
    void cannotFindWeightsBesideBytes() {
        byte[] bytes = Models.withExternalWeights("weights.bin").toBytes();
        assertFails(
                Reason.EXTERNAL_DATA_MISSING,
                () -> OnnxModel.open(bytes, "some model", 1),
                "some model",
                "weights.bin",
                "from its file");
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        byte[] text = "<html>404 not found</html>".getBytes(StandardCharsets.UTF_8);
        assertFails(Reason.NOT_A_MODEL, () -> OnnxModel.open(text, "page", 1), "page");
        Path file = Files.write(folder.resolve("page.onnx"), text);
        assertFails(Reason.NOT_A_MODEL, () -> OnnxModel.open(file, 1), "page.onnx");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.onnx"));
        assertFails(Reason.NOT_A_MODEL, () -> OnnxModel.open(file, 1), "empty.onnx", "empty");
        assertFails(Reason.NOT_A_MODEL, () -> OnnxModel.open(new byte[0], "nothing", 1), "nothing", "empty");
    }

    @Test
    void refusesATruncatedModelWhereverItIsCut() {
        byte[] bytes = Models.doubling().toBytes();
        for (int length = 1; length < bytes.length; length += 3) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> OnnxModel.open(part, "part", 1).close())
                    .isInstanceOfSatisfying(
                            OnnxModelException.class,
                            e -> assertThat(e.reason()).isIn(Reason.NOT_A_MODEL, Reason.UNSUPPORTED_MODEL))
                    .hasMessageContaining("part");
        }
    }

    @Test
    void refusesAFolderAndWhatIsNotThere() {
        assertFails(Reason.FILE_MISSING, () -> OnnxModel.open(folder, 1), folder.toString());
        assertFails(Reason.FILE_MISSING, () -> OnnxModel.open(folder.resolve("no.onnx"), 1), "no.onnx");
    }

    @Test
    void refusesAGraphWithUnknownOperators() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, 1)
                .node("Levitate", List.of("x"), "y")
                .output("y", ElementType.FLOAT, 1);
        assertFails(Reason.UNSUPPORTED_MODEL, () -> OnnxModel.open(graph.toBytes(), "magic", 1), "magic", "Levitate");
    }

    private Path fileWithExternalWeights() throws IOException {
        return Files.write(
                folder.resolve("model.onnx"),
                Models.withExternalWeights("weights.bin").toBytes());
    }

    private static byte[] floats(float... values) {
        byte[] bytes = new byte[values.length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes;
    }

    private static void assertFails(Reason reason, Runnable call, String... words) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OnnxModelException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContainingAll(words);
    }
}
