package io.buyme.embed;

import io.buyme.onnx.PictureFormat;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small models that see pictures of 8 by 8 pixels. Their vector is the pixels themselves. */
final class TestModels {

    static final int SIZE = 8;
    static final int PIXELS = 3 * SIZE * SIZE;
    static final PictureFormat FORMAT = PictureFormat.mobileNetV2().withSize(SIZE, SIZE);

    private TestModels() {}

    /** A foreign model: batch of any size, one output {@code features}, not normalised. */
    static OnnxGraph foreign() {
        return pixels(-1).output("features", ElementType.FLOAT, -1, PIXELS);
    }

    /** A foreign model that takes so many pictures and no other number. */
    static OnnxGraph ofBatch(int batch) {
        return pixels(batch).output("features", ElementType.FLOAT, batch, PIXELS);
    }

    /** A foreign model whose vector is that of {@link #foreign} times a number. */
    static OnnxGraph times(float factor) {
        return pixels(-1)
                .initializer("factor", new long[] {1}, factor)
                .node("Mul", List.of("features", "factor"), "product")
                .output("product", ElementType.FLOAT, -1, PIXELS);
    }

    /**
     * A model of BuyMe's own format. Its tags: two of a group {@code mood} and two labels; their logits are the mean of
     * red, green, blue and blue. Its patches: the mean colours of the four quarters.
     */
    static OnnxGraph buyMe() {
        return withTags(pixels(-1)
                        .node(
                                "LpNormalization",
                                List.of("features"),
                                "embedding",
                                Attribute.integer("axis", 1),
                                Attribute.integer("p", 2))
                        .output("embedding", ElementType.FLOAT, -1, PIXELS))
                .node(
                        "AveragePool",
                        List.of("image"),
                        "patches",
                        Attribute.integers("kernel_shape", SIZE / 2, SIZE / 2),
                        Attribute.integers("strides", SIZE / 2, SIZE / 2))
                .output("patches", ElementType.FLOAT, -1, 3, 2, 2)
                .metadata("buyme.format", "1")
                .metadata("buyme.version", "7")
                .metadata("buyme.picture", FORMAT.toText());
    }

    static Path write(Path folder, OnnxGraph graph) throws IOException {
        return Files.write(Files.createTempFile(folder, "model", ".onnx"), graph.toBytes());
    }

    private static OnnxGraph pixels(int batch) {
        return new OnnxGraph()
                .input("image", ElementType.FLOAT, batch, 3, SIZE, SIZE)
                // So that mid-gray, which is 0, has a direction too.
                .initializer("some", new long[] {1}, 0.1f)
                .node("Flatten", List.of("image"), "flat", Attribute.integer("axis", 1))
                .node("Add", List.of("flat", "some"), "features");
    }

    private static OnnxGraph withTags(OnnxGraph graph) {
        return graph.node("GlobalAveragePool", List.of("image"), "means")
                .node("Flatten", List.of("means"), "colors", Attribute.integer("axis", 1))
                .integers("which", 0, 1, 2, 2)
                .node("Gather", List.of("colors", "which"), "tags", Attribute.integer("axis", 1))
                .output("tags", ElementType.FLOAT, -1, 4)
                .metadata("buyme.tags", """
                        mood\tangry\t2\t0
                        mood\tcalm\t2\t-0.5
                        label\tsea\t4\t0
                        label\tsky\t4\t-1
                        """);
    }
}
