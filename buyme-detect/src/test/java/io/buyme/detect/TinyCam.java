package io.buyme.detect;

import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.util.List;

/** A model of 32 pixels and maps of 4 x 4 that takes red for a top and blue for pants, and anything else for neither. */
final class TinyCam {

    static final int SIZE = 32;

    private TinyCam() {}

    static OnnxGraph graph() {
        return new OnnxGraph()
                .input("image", ElementType.FLOAT, -1, 3, SIZE, SIZE)
                .initializer("weights", new long[] {2, 3, 1, 1}, 4, -2, -2, -2, -2, 4)
                .initializer("bias", new long[] {2}, -2, -2)
                .node(
                        "AveragePool",
                        List.of("image"),
                        "mean",
                        Attribute.integers("kernel_shape", 8, 8),
                        Attribute.integers("strides", 8, 8))
                .node("Conv", List.of("mean", "weights", "bias"), "maps")
                .node("GlobalMaxPool", List.of("maps"), "most")
                .node("Flatten", List.of("most"), "tags")
                .output("tags", ElementType.FLOAT, -1, 2)
                .output("maps", ElementType.FLOAT, -1, 2, 4, 4)
                .metadata("buyme.format", "1")
                .metadata("buyme.version", "7")
                .metadata(
                        "buyme.picture",
                        PictureFormat.mobileNetV2().withSize(SIZE, SIZE).toText());
    }

    static byte[] model() {
        return graph().metadata("buyme.labels", "top\t1\t0\npants\t1\t0").toBytes();
    }
}
