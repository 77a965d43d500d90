package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.spi.Options;
import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Small networks that look at a canvas of 64 by 128 pixels and always find the same: a shirt from (16, 32) to (48, 64) at
 * 0.9, and pants from (16, 72) to (48, 120) at 0.8.
 */
final class Networks {

    static final int WIDTH = 64;
    static final int HEIGHT = 128;
    static final String LABELS = "shirt\npants\n";

    private static final int MAP_WIDTH = 16;
    private static final int MAP_HEIGHT = 32;
    private static final float SURE = 8;

    private Networks() {}

    static OnnxGraph torchvision() {
        return lists("boxes", "labels", "scores");
    }

    /** As exports often are: without telling names. */
    static OnnxGraph lists(String boxes, String labels, String scores) {
        OnnxGraph graph = picture();
        output(graph, boxes, new long[] {2, 4}, 16, 32, 48, 64, 16, 72, 48, 120);
        graph.integers(labels + "_", 1, 2)
                .node("Identity", List.of(labels + "_"), labels)
                .output(labels, ElementType.INT64, -1);
        return output(graph, scores, new long[] {2}, 0.9f, 0.8f);
    }

    /** The left half of each box, as a map of 28 by 28. */
    static OnnxGraph withMasks() {
        float[] masks = new float[2 * 28 * 28];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = i % 28 < 14 ? 1 : 0;
        }
        return output(torchvision(), "masks", new long[] {2, 1, 28, 28}, masks);
    }

    /** The left half of the canvas, as a map of its size. */
    static OnnxGraph withMasksOverTheCanvas() {
        float[] masks = new float[2 * WIDTH * HEIGHT];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = i % WIDTH < WIDTH / 2 ? 1 : 0;
        }
        return output(torchvision(), "masks", new long[] {2, 1, HEIGHT, WIDTH}, masks);
    }

    /** Of bytes; the third row does not count. */
    static OnnxGraph tensorFlow() {
        OnnxGraph graph = new OnnxGraph().input("image_tensor:0", ElementType.UINT8, 1, HEIGHT, WIDTH, 3);
        output(
                graph,
                "detection_boxes:0",
                new long[] {1, 3, 4},
                0.25f,
                0.25f,
                0.5f,
                0.75f,
                0.5625f,
                0.25f,
                0.9375f,
                0.75f,
                0,
                0,
                1,
                1);
        output(graph, "detection_scores:0", new long[] {1, 3}, 0.9f, 0.8f, 0.7f);
        output(graph, "detection_classes:0", new long[] {1, 3}, 1, 2, 1);
        return output(graph, "num_detections:0", new long[] {1}, 2);
    }

    static OnnxGraph yoloV8() {
        float[] values = {
            32,
            32,
            0, // centres
            48,
            96,
            0,
            32,
            32,
            0, // sizes
            32,
            48,
            0,
            0.9f,
            0.1f,
            0, // shirt
            0.2f,
            0.8f,
            0 // pants
        };
        return output(picture(), "output0", new long[] {1, 6, 3}, values);
    }

    static OnnxGraph yoloV5() {
        float[] values = {
            32, 48, 32, 32, 0.9f, 1, 0, // shirt
            32, 96, 32, 48, 1, 0.2f, 0.8f, // pants
            5, 5, 3, 3, 0.001f, 1, 1 // nothing
        };
        return output(picture(), "output", new long[] {1, 3, 7}, values);
    }

    static OnnxGraph yoloNms() {
        return output(picture(), "output0", new long[] {1, 2, 6}, 16, 32, 48, 64, 0.9f, 0, 16, 72, 48, 120, 0.8f, 1);
    }

    static OnnxGraph yoloV7() {
        return output(picture(), "output", new long[] {2, 7}, 0, 16, 32, 48, 64, 0, 0.9f, 0, 16, 72, 48, 120, 1, 0.8f);
    }

    /** Logits of background and both labels on a map of a quarter of the canvas, with a crumb of pants in a corner. */
    static OnnxGraph dense() {
        OnnxGraph graph = picture();
        output(graph, "pixels", new long[] {1, 3, MAP_HEIGHT, MAP_WIDTH}, map());
        return output(graph, "presence", new long[] {1, 2}, 2, 3);
    }

    /** The same map, of a foreign network. */
    static OnnxGraph segmentation() {
        return output(picture(), "logits", new long[] {1, 3, MAP_HEIGHT, MAP_WIDTH}, map());
    }

    /** The same map as numbers of classes. */
    static OnnxGraph numbers() {
        float[] logits = map();
        int cells = MAP_WIDTH * MAP_HEIGHT;
        float[] numbers = new float[cells];
        for (int i = 0; i < cells; i++) {
            numbers[i] = logits[cells + i] > 0 ? 1 : logits[2 * cells + i] > 0 ? 2 : 0;
        }
        return picture()
                .initializer("classes_", new long[] {1, MAP_HEIGHT, MAP_WIDTH}, numbers)
                .node("Cast", List.of("classes_"), "classes", Attribute.integer("to", ElementType.INT64.number()))
                .output("classes", ElementType.INT64, 1, MAP_HEIGHT, MAP_WIDTH);
    }

    /** Finds a shirt where the picture is green and pants where it is blue. */
    static OnnxGraph colors() {
        return pooled(picture());
    }

    /** The same of pictures whose pixels come one by one. */
    static OnnxGraph colorsOfPixels() {
        return pooled(new OnnxGraph()
                .input("pixels", ElementType.FLOAT, 1, HEIGHT, WIDTH, 3)
                .node("Transpose", List.of("pixels"), "image", Attribute.integers("perm", 0, 3, 1, 2)));
    }

    private static OnnxGraph pooled(OnnxGraph graph) {
        return graph.node(
                        "AveragePool",
                        List.of("image"),
                        "logits",
                        Attribute.integers("kernel_shape", 4, 4),
                        Attribute.integers("strides", 4, 4))
                .output("logits", ElementType.FLOAT, 1, 3, MAP_HEIGHT, MAP_WIDTH);
    }

    /** A map that has a shirt on its left half, and is less sure of the right half's being empty. */
    static OnnxGraph leftHalf() {
        int cells = MAP_WIDTH * MAP_HEIGHT;
        float[] map = new float[3 * cells];
        for (int i = 0; i < cells; i++) {
            boolean left = i % MAP_WIDTH < MAP_WIDTH / 2;
            map[(left ? cells : 0) + i] = left ? SURE : 0.9f * SURE;
        }
        return output(picture(), "logits", new long[] {1, 3, MAP_HEIGHT, MAP_WIDTH}, map);
    }

    private static float[] map() {
        int cells = MAP_WIDTH * MAP_HEIGHT;
        float[] map = new float[3 * cells];
        for (int y = 0; y < MAP_HEIGHT; y++) {
            for (int x = 0; x < MAP_WIDTH; x++) {
                boolean middle = x >= 4 && x < 12;
                boolean shirt = middle && y >= 8 && y < 16;
                boolean pants = (middle && y >= 18 && y < 30) || (x == 0 && y == 10);
                map[(shirt ? 1 : pants ? 2 : 0) * cells + y * MAP_WIDTH + x] = SURE;
            }
        }
        return map;
    }

    /** Starts a network that is shown a picture and does not look at it. */
    static OnnxGraph picture() {
        return new OnnxGraph().input("image", ElementType.FLOAT, 1, 3, HEIGHT, WIDTH);
    }

    /** Adds an output of constant values; the first size is declared as free. */
    static OnnxGraph output(OnnxGraph graph, String name, long[] shape, float... values) {
        long[] declared = shape.clone();
        declared[0] = -1;
        return graph.initializer(name + "_", shape, values)
                .node("Identity", List.of(name + "_"), name)
                .output(name, ElementType.FLOAT, declared);
    }

    static Path write(Path folder, OnnxGraph graph) throws IOException {
        return Files.write(Files.createTempFile(folder, "model", ".onnx"), graph.toBytes());
    }

    /** Returns the options for a network and labels, and further ones by name and value. */
    static Options options(Path folder, OnnxGraph graph, String labels, String... more) throws IOException {
        Map<String, String> options = new HashMap<>();
        options.put("model", write(folder, graph).toString());
        options.put(
                "labels",
                Files.writeString(Files.createTempFile(folder, "labels", ".txt"), labels)
                        .toString());
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return Options.of(options);
    }

    static Detection detect(Options options, DetectionInput input) {
        try (ArticleDetector detector = new OnnxDetectorProvider().create(options)) {
            return detector.detect(input);
        }
    }
}
