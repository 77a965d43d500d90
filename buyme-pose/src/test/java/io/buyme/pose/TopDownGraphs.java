package io.buyme.pose;

import io.buyme.onnx.graph.OnnxGraph;
import io.buyme.onnx.graph.OnnxGraph.Attribute;
import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.util.Arrays;
import java.util.List;

/** Networks for tests, in the shape of HRNet or RTMPose, for which every keypoint is where the picture is reddest. */
final class TopDownGraphs {

    private static final int STRIDE = 4;
    private static final float RED_MEAN = 0.485f;
    private static final float RED_DEVIATION = 0.229f;

    private TopDownGraphs() {}

    /** Returns a network of heat maps: how red every fourth pixel is, 0 to 1. */
    static byte[] heatMaps(int keypoints, int batch, int width, int height) {
        return redness(keypoints, batch, width, height, STRIDE, "heat")
                .output("heat", ElementType.FLOAT, batch, keypoints, height / STRIDE, width / STRIDE)
                .toBytes();
    }

    /** Returns a network of SimCC's kind: how red each column and row is at its reddest, twice for each. */
    static byte[] simcc(int width, int height) {
        OnnxGraph graph = redness(CocoPart.COUNT, 1, width, height, 1, "red");
        lines(graph, "simcc_x", 2, width);
        lines(graph, "simcc_y", 3, height);
        return graph.toBytes();
    }

    private static void lines(OnnxGraph graph, String name, int reduced, int length) {
        graph.node(
                        "ReduceMax",
                        List.of("red"),
                        name + "_max",
                        Attribute.integers("axes", reduced),
                        Attribute.integer("keepdims", 0))
                .integers(name + "_last", 3)
                .node("Unsqueeze", List.of(name + "_max", name + "_last"), name + "_each")
                .integers(name + "_pairs", 1, CocoPart.COUNT, length, 2)
                .node("Expand", List.of(name + "_each", name + "_pairs"), name + "_twice")
                .integers(name + "_line", 1, CocoPart.COUNT, 2L * length)
                .node("Reshape", List.of(name + "_twice", name + "_line"), name)
                .output(name, ElementType.FLOAT, 1, CocoPart.COUNT, 2L * length);
    }

    /** The weights undo the normalization of red and pass over green and blue. */
    private static OnnxGraph redness(int keypoints, int batch, int width, int height, int stride, String output) {
        float[] weights = new float[keypoints * 3];
        for (int i = 0; i < keypoints; i++) {
            weights[3 * i] = RED_DEVIATION;
        }
        float[] biases = new float[keypoints];
        Arrays.fill(biases, RED_MEAN);
        return new OnnxGraph()
                .input("image", ElementType.FLOAT, batch, 3, height, width)
                .initializer("weights", new long[] {keypoints, 3, 1, 1}, weights)
                .initializer("biases", new long[] {keypoints}, biases)
                .node(
                        "Conv",
                        List.of("image", "weights", "biases"),
                        output,
                        Attribute.integers("kernel_shape", 1, 1),
                        Attribute.integers("strides", stride, stride));
    }
}
