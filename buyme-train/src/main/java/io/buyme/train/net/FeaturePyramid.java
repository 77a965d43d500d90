package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A feature pyramid (Lin et al., "Feature Pyramid Networks for Object Detection", 2017) on the blocks of
 * {@link MobileNetV2}: maps at a quarter, an eighth, a sixteenth and a thirty-second of the picture's size, of which each
 * knows what the coarser ones saw.
 */
public final class FeaturePyramid {

    /** The finest map, [N, {@link #FINE_CHANNELS}, height / 4, width / 4]. */
    public static final String P2 = "p2";

    /** The map [N, {@link #CHANNELS}, height / 8, width / 8]. */
    public static final String P3 = "p3";

    /** The map [N, {@link #CHANNELS}, height / 16, width / 16]. */
    public static final String P4 = "p4";

    /** The coarsest map, [N, {@link #CHANNELS}, height / 32, width / 32]. */
    public static final String P5 = "p5";

    /** Channels of all maps but the finest. */
    public static final int CHANNELS = 64;

    /** Channels of the finest map, which has three quarters of all cells and only tells where edges are. */
    public static final int FINE_CHANNELS = 32;

    /** Last vertices of the blocks that the maps begin with, fine to coarse. */
    private static final List<String> TAPS =
            List.of("expanded_conv_2.add", "expanded_conv_5.add", "expanded_conv_12.add", "expanded_conv_16.project");

    /**
     * What brings the values of each tap to about 1. MobileNetV2's blocks end without activation, and with its
     * normalisation folded into filters the first ones give values of 10, the last ones of 2.
     */
    private static final List<Double> SCALES = List.of(0.12, 0.16, 0.4, 0.6);

    private static final String IMAGE = "image";

    private FeaturePyramid() {}

    /**
     * Adds the layers of MobileNetV2 and the pyramid to a graph.
     *
     * @param input the vertex that gives pictures, [N, 3, height, width], both sizes multiples of 32
     * @return the last vertex of MobileNetV2's blocks, [N, 320, height / 32, width / 32]
     */
    public static String addTo(GraphBuilder graph, String input) {
        LayerStack stack = new LayerStack(graph);
        String deepest = MobileNetV2.addBlocks(stack, input);
        String coarse = lateral(stack, P5, 3, CHANNELS);
        String middle = merge(stack, P4, 2, coarse);
        String finer = merge(stack, P3, 1, middle);
        String p3 = smooth(stack, P3, CHANNELS, finer);
        String reduced = stack.convolution("p2_reduced", LayerStack.same(FINE_CHANNELS, 1, 1), Activation.IDENTITY, p3);
        String finest =
                stack.add("p2_sum", lateral(stack, P2, 0, FINE_CHANNELS), stack.upsample("p2_coarser", 2, reduced));
        smooth(stack, P5, CHANNELS, coarse);
        smooth(stack, P4, CHANNELS, middle);
        smooth(stack, P2, FINE_CHANNELS, finest);
        return deepest;
    }

    /** Creates the layers with random weights, for pictures of a size in pixels; its outputs are the four maps. */
    public static ComputationGraph create(int width, int height) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .updater(new NoOp())
                .graphBuilder()
                .addInputs(IMAGE)
                .setInputTypes(inputType(width, height));
        addTo(graph, IMAGE);
        ComputationGraph pyramid = new ComputationGraph(graph.setOutputs(P2, P3, P4, P5)
                .validateOutputLayerConfig(false)
                .build());
        pyramid.init();
        return pyramid;
    }

    /** Returns the layers of MobileNetV2 that the pyramid stands on, in the order of computation. */
    public static List<String> backbone() {
        return LayerStack.weightedLayers(MobileNetV2::addBlocks);
    }

    /**
     * Returns where to cut the network so that the layers up to a vertex can be computed elsewhere.
     *
     * @param until the vertex, the last of those blocks that a map begins with
     * @return the vertices whose values the rest needs
     * @throws IllegalArgumentException if no map begins there
     */
    public static List<String> cuts(String until) {
        int index = TAPS.indexOf(until);
        if (index < 0) {
            throw new IllegalArgumentException("want one of %s to train from, got '%s'".formatted(TAPS, until));
        }
        return TAPS.subList(0, index + 1);
    }

    /** Returns the type of pictures of a size in pixels. */
    public static InputType inputType(int width, int height) {
        return InputType.convolutional(height, width, 3, CNN2DFormat.NCHW);
    }

    private static String lateral(LayerStack stack, String level, int tap, int channels) {
        String scaled = stack.scale(level + "_scaled", SCALES.get(tap), TAPS.get(tap));
        return stack.convolution(level + "_lateral", LayerStack.same(channels, 1, 1), Activation.IDENTITY, scaled);
    }

    private static String merge(LayerStack stack, String level, int tap, String coarser) {
        return stack.add(
                level + "_sum", lateral(stack, level, tap, CHANNELS), stack.upsample(level + "_coarser", 2, coarser));
    }

    private static String smooth(LayerStack stack, String level, int channels, String input) {
        return stack.convolution(level, LayerStack.same(channels, 3, 1), Activation.RELU, input);
    }
}
