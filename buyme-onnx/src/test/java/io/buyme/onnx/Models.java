package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.util.List;
import java.util.Map;

/** Small models for tests. */
final class Models {

    private Models() {}

    /** {@code y = 2 x}, any number of rows of three. */
    static OnnxGraph doubling() {
        return new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3)
                .initializer("two", new long[] {1}, 2)
                .node("Mul", List.of("x", "two"), "y")
                .output("y", ElementType.FLOAT, -1, 3);
    }

    /** {@code y = x + w}, with {@code w} of three values in a file of its own. */
    static OnnxGraph withExternalWeights(String location) {
        return new OnnxGraph()
                .input("x", ElementType.FLOAT, -1, 3)
                .externalInitializer("w", location, 3)
                .node("Add", List.of("x", "w"), "y")
                .output("y", ElementType.FLOAT, -1, 3);
    }

    /** Returns the output {@code y} for an input {@code x}. */
    static Tensor run(OnnxModel model, Tensor x) {
        return requireNonNull(model.run(Map.of("x", x)).get("y"), "y");
    }
}
