package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.onnx.OnnxModelException.Reason;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxModelTest {

    private static final Tensor TWO_ROWS = Tensor.of(new float[] {1, 2, 3, -4, 5, 0.5f}, 2, 3);

    @Test
    void computesWhatTheGraphSays() {
        try (OnnxModel model = open(Models.doubling())) {
            Tensor y = Models.run(model, TWO_ROWS);
            assertThat(y.shape()).containsExactly(2L, 3L);
            assertThat(y.toArray()).containsExactly(2, 4, 6, -8, 10, 1);
            assertThat(y.row(1)).containsExactly(-8, 10, 1);
        }
    }

    @Test
    void tellsItsInputsOutputsAndMetadata() {
        try (OnnxModel model =
                open(Models.doubling().metadata("buyme.version", "7").metadata("note", "two\nlines"))) {
            assertThat(model.inputs()).containsExactly(new TensorSpec("x", "FLOAT", List.of(-1L, 3L)));
            assertThat(model.outputs()).hasToString("[y FLOAT[?,3]]");
            assertThat(model.metadata()).isEqualTo(Map.of("buyme.version", "7", "note", "two\nlines"));
        }
    }

    @Test
    void readsBuffersOnAndOffTheHeapFromWhereTheyStand() {
        FloatBuffer direct = Tensor.buffer(4).put(new float[] {9, 1, 2, 3}).position(1);
        FloatBuffer heap = FloatBuffer.wrap(new float[] {9, 1, 2, 3}, 1, 3);
        try (OnnxModel model = open(Models.doubling())) {
            for (FloatBuffer buffer : List.of(direct, heap)) {
                Tensor y = Models.run(model, Tensor.over(buffer, 1, 3));
                assertThat(y.toArray()).containsExactly(2, 4, 6);
            }
        }
    }

    @Test
    void computesOnlyWhatIsWanted() {
        OnnxGraph graph =
                Models.doubling().node("Add", List.of("x", "x"), "sum").output("sum", ElementType.FLOAT, -1, 3);
        try (OnnxModel model = open(graph)) {
            assertThat(model.run(Map.of("x", TWO_ROWS))).containsOnlyKeys("y", "sum");
            assertThat(model.run(Map.of("x", TWO_ROWS), Set.of("sum"))).containsOnlyKeys("sum");
        }
    }

    @Test
    void runsHalfPrecisionWeights() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3)
                .halfInitializer("half", new long[] {3}, 1, -0.25f, 1000)
                .node("Cast", List.of("half"), "w", Attribute.integer("to", ElementType.FLOAT.number()))
                .node("Mul", List.of("x", "w"), "y")
                .output("y", ElementType.FLOAT, -1, 3);
        try (OnnxModel model = open(graph)) {
            assertThat(Models.run(model, TWO_ROWS).toArray()).containsExactly(1, -0.5f, 3000, -4, -1.25f, 500);
        }
    }

    @Test
    void givesBytesRoundedAndWithinBounds() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.UINT8, -1)
                .node("Cast", List.of("x"), "y", Attribute.integer("to", ElementType.FLOAT.number()))
                .output("y", ElementType.FLOAT, -1);
        try (OnnxModel model = OnnxModel.open(graph.toBytes(), "bytes", 1)) {
            Tensor x = Tensor.of(new float[] {-3, 0, 1.4f, 127.6f, 200, 255, 300}, 7);
            assertThat(Models.run(model, x).toArray()).containsExactly(0, 0, 1, 128, 200, 255, 255);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "DOUBLE", "INT64", "INT32", "UINT8", "BOOL"})
    void convertsOutputsOfOtherNumbers(ElementType type) {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1)
                .node("Cast", List.of("x"), "y", Attribute.integer("to", type.number()))
                .output("y", type, -1);
        try (OnnxModel model = open(graph)) {
            Tensor y = Models.run(model, Tensor.of(new float[] {0, 1, 200}, 3));
            assertThat(y.toArray()).containsExactly(0, 1, type == ElementType.BOOL ? 1 : 200);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "INT64", "INT32"})
    void convertsInputsToOtherNumbers(ElementType type) {
        OnnxGraph graph = new OnnxGraph()
                .input("x", type, -1)
                .node("Add", List.of("x", "x"), "y")
                .output("y", type, -1);
        try (OnnxModel model = open(graph)) {
            Tensor y = Models.run(model, Tensor.of(new float[] {-3, 500}, 2));
            assertThat(y.toArray()).containsExactly(-6, 1000);
        }
    }

    @Test
    void refusesTextWithItsNameAndType() {
        OnnxGraph graph = Models.doubling()
                .node("Cast", List.of("y"), "text", Attribute.integer("to", ElementType.STRING.number()))
                .output("text", ElementType.STRING, -1, 3);
        try (OnnxModel model = open(graph)) {
            assertFails(Reason.UNSUPPORTED_TYPE, () -> model.run(Map.of("x", TWO_ROWS)), "text", "STRING");
            assertThat(model.run(Map.of("x", TWO_ROWS), Set.of("y"))).containsOnlyKeys("y");
        }
    }

    @Test
    void refusesWrongInputsSayingWhatItWants() {
        try (OnnxModel model = open(Models.doubling())) {
            Tensor four = Tensor.of(new float[4], 1, 4);
            assertFails(Reason.WRONG_INPUT, () -> model.run(Map.of("x", four)), "x FLOAT[?,3]", "[1, 4]");
            assertFails(Reason.WRONG_INPUT, () -> model.run(Map.of("image", TWO_ROWS)), "x FLOAT[?,3]", "image");
            assertFails(Reason.WRONG_INPUT, () -> model.run(Map.of()), "x FLOAT[?,3]");
            Tensor flat = Tensor.of(new float[3], 3);
            assertFails(Reason.WRONG_INPUT, () -> model.run(Map.of("x", flat)), "x FLOAT[?,3]", "[3]");
        }
    }

    @Test
    void refusesUnknownOutputs() {
        try (OnnxModel model = open(Models.doubling())) {
            assertFails(Reason.WRONG_OUTPUT, () -> model.run(Map.of("x", TWO_ROWS), Set.of("z")), "[y]", "[z]");
            assertThatIllegalArgumentException().isThrownBy(() -> model.run(Map.of("x", TWO_ROWS), Set.of()));
        }
    }

    @Test
    void saysWhenARunFails() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3)
                .integers("shape", 2, 2)
                .node("Reshape", List.of("x", "shape"), "y")
                .output("y", ElementType.FLOAT, 2, 2);
        try (OnnxModel model = open(graph)) {
            assertFails(Reason.RUN_FAILED, () -> model.run(Map.of("x", TWO_ROWS)), "Reshape");
        }
    }

    @Test
    void refusesUseAfterCloseAndClosesTwice() {
        OnnxModel model = open(Models.doubling());
        model.close();
        model.close();
        assertThatIllegalStateException().isThrownBy(() -> model.run(Map.of("x", TWO_ROWS)));
        assertThat(model.inputs()).hasSize(1);
    }

    @Test
    void refusesNoThreads() {
        byte[] bytes = Models.doubling().toBytes();
        assertThatIllegalArgumentException().isThrownBy(() -> OnnxModel.open(bytes, "doubling", 0));
    }

    @Test
    void runsInSeveralThreadsAtOnceAndIsClosedMeanwhile() throws InterruptedException, ExecutionException {
        OnnxModel model = open(Models.doubling());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> results = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> runUntilClosed(model, i)))
                    .toList();
            for (int i = 0; i < 200; i++) {
                assertThat(Models.run(model, row(i)).row(0)).containsExactly(2 * i, 2, 4);
            }
            model.close();
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean runUntilClosed(OnnxModel model, int seed) {
        try {
            for (int i = seed; ; i++) {
                float[] y = Models.run(model, row(i)).toArray();
                if (y[0] != 2 * i || y[1] != 2 || y[2] != 4) {
                    return false;
                }
            }
        } catch (IllegalStateException closed) {
            return true;
        }
    }

    private static Tensor row(int first) {
        return Tensor.of(new float[] {first, 1, 2}, 1, 3);
    }

    private static OnnxModel open(OnnxGraph graph) {
        return OnnxModel.open(graph.toBytes(), "test.onnx", 1);
    }

    private static void assertFails(Reason reason, Runnable call, String... words) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        OnnxModelException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContainingAll(words);
    }
}
