package io.buyme.train.net;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.Activation;

/**
 * A high-resolution network (Sun et al., "Deep High-Resolution Representation Learning for Human Pose Estimation", 2019):
 * maps of a quarter, an eighth, a sixteenth and a thirty-second of the picture's size side by side, which tell each other
 * again and again what they see. A branch of half the size has twice the channels. On the finest one stands a linear map
 * to heat maps.
 *
 * @param width channels of the finest branch, 32 and 48 in the paper
 * @param blocks residual blocks of a branch between two exchanges, 4 in the paper
 * @param modules exchanges of the stages with two, three and four branches, [1, 4, 3] in the paper
 */
public record HrNet(int width, int blocks, List<Integer> modules) {

    /** Name of the layer with the heat maps, [N, maps, height / 4, width / 4]. */
    public static final String HEAT_MAPS = "heat_maps";

    /** Width and height, in pixels of the picture, of a cell of a heat map. */
    public static final int CELL = 4;

    /** Width and height of a picture are multiples of it, so that the coarsest map has whole cells. */
    public static final int STRIDE = 32;

    private static final double EPSILON = 1e-5;

    /** As in the paper: heat maps are empty almost everywhere, so that is where they start. */
    private static final double HEAD_DEVIATION = 1e-3;

    /** Copies the list and checks the ranges. */
    public HrNet {
        modules = List.copyOf(modules);
        if (width < 1 || blocks < 1 || modules.size() != 3 || modules.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "want a width and blocks of at least 1 and three counts of modules, got %d, %d and %s"
                            .formatted(width, blocks, modules));
        }
    }

    /** Returns the network that comes with BuyMe. */
    public static HrNet small() {
        return new HrNet(16, 1, List.of(1, 1, 1));
    }

    /**
     * Adds the network to a graph.
     *
     * @param input the vertex that gives pictures, [N, 3, height, width], both sizes multiples of {@link #STRIDE}
     * @param maps how many heat maps
     * @return the last vertex, {@link #HEAT_MAPS}
     */
    public String addTo(GraphBuilder graph, String input, int maps) {
        LayerStack stack = new LayerStack(graph);
        List<String> branches = List.of(stem(stack, input));
        for (int stage = 2; stage <= modules.size() + 1; stage++) {
            branches = widened(stack, "stage" + stage, branches);
            int count = modules.get(stage - 2);
            for (int module = 0; module < count; module++) {
                boolean last = stage == modules.size() + 1 && module == count - 1;
                branches = module(stack, "stage" + stage + "." + module, branches, last ? 1 : branches.size());
            }
        }
        ConvolutionLayer.Builder head = LayerStack.rectangular(maps, 1, 1);
        graph.addLayer(
                HEAT_MAPS,
                head.activation(Activation.IDENTITY)
                        .weightInit(new WeightInitDistribution(new NormalDistribution(0, HEAD_DEVIATION)))
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                branches.get(0));
        return HEAT_MAPS;
    }

    private int channels(int branch) {
        return width << branch;
    }

    /** Two strides to a quarter of the size and the blocks of the first stage, twice as wide as the finest branch. */
    private String stem(LayerStack stack, String input) {
        String half = rectified(stack, "stem1", LayerStack.padded(width, 3, 2, 1), input);
        String last = rectified(stack, "stem2", LayerStack.padded(2 * width, 3, 2, 1), half);
        return blocks(stack, "stage1", 2 * width, last);
    }

    /** Adds a branch of half the size of the last one; the one that the stem gives gets its own channels, too. */
    private List<String> widened(LayerStack stack, String stage, List<String> branches) {
        List<String> more = new ArrayList<>(branches);
        if (branches.size() == 1) {
            more.set(0, rectified(stack, stage + ".first", LayerStack.padded(width, 3, 1, 1), branches.get(0)));
        }
        String coarsest = branches.get(branches.size() - 1);
        more.add(rectified(stack, stage + ".new", LayerStack.padded(channels(branches.size()), 3, 2, 1), coarsest));
        return more;
    }

    /** Lets each branch work on its own and then mixes them; returns the first few of the mixtures. */
    private List<String> module(LayerStack stack, String name, List<String> branches, int mixtures) {
        List<String> worked = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            worked.add(blocks(stack, name + ".branch" + i, channels(i), branches.get(i)));
        }
        List<String> mixed = new ArrayList<>();
        for (int to = 0; to < mixtures; to++) {
            String mixture = name + ".fuse" + to;
            List<String> parts = new ArrayList<>();
            for (int from = 0; from < worked.size(); from++) {
                parts.add(resized(stack, mixture + "." + from, from, to, worked.get(from)));
            }
            mixed.add(stack.relu(mixture + ".relu", stack.add(mixture + ".add", parts.toArray(String[]::new))));
        }
        return mixed;
    }

    /** Brings the map of one branch to size and channels of another. */
    private String resized(LayerStack stack, String name, int from, int to, String input) {
        if (from > to) {
            String narrow = normalized(stack, name, LayerStack.padded(channels(to), 1, 1, 0), input);
            int halvings = from - to;
            return stack.upsample(name + ".up", 1 << halvings, narrow);
        }
        String last = input;
        for (int branch = from + 1; branch < to; branch++) {
            last = rectified(stack, name + ".down" + branch, LayerStack.padded(channels(from), 3, 2, 1), last);
        }
        return from == to
                ? last
                : normalized(stack, name + ".down" + to, LayerStack.padded(channels(to), 3, 2, 1), last);
    }

    /** Residual blocks of two convolutions (He et al. 2016). */
    private String blocks(LayerStack stack, String name, int channels, String input) {
        String last = input;
        for (int i = 0; i < blocks; i++) {
            String block = name + "." + i;
            String one = rectified(stack, block + ".1", LayerStack.padded(channels, 3, 1, 1), last);
            String two = normalized(stack, block + ".2", LayerStack.padded(channels, 3, 1, 1), one);
            last = stack.relu(block + ".relu", stack.add(block + ".add", two, last));
        }
        return last;
    }

    private static String rectified(LayerStack stack, String name, ConvolutionLayer.Builder layer, String input) {
        return stack.relu(name + ".relu", normalized(stack, name, layer, input));
    }

    private static String normalized(LayerStack stack, String name, ConvolutionLayer.Builder layer, String input) {
        String filtered = stack.convolution(name + ".conv", layer, Activation.IDENTITY, input);
        return stack.normalization(name + ".bn", EPSILON, filtered);
    }
}
