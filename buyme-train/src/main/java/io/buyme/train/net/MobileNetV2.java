package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.activations.Activation;

/**
 * MobileNetV2, width 1.0 (Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks", 2018) with batch
 * normalisation folded into the convolutions and TensorFlow's padding. Layers have TensorFlow's names, so that weights
 * trained there fit. For 224 x 224 pictures the map is 7 x 7.
 */
public final class MobileNetV2 implements Backbone {

    /** A stage of the network: how much a block widens inside, its channels, how many blocks, stride of the first. */
    private record Blocks(int expansion, int channels, int count, int stride) {}

    private static final int STEM_CHANNELS = 32;

    private static final List<Blocks> STAGES = List.of(
            new Blocks(1, 16, 1, 1),
            new Blocks(6, 24, 2, 2),
            new Blocks(6, 32, 3, 2),
            new Blocks(6, 64, 4, 2),
            new Blocks(6, 96, 3, 1),
            new Blocks(6, 160, 3, 2),
            new Blocks(6, 320, 1, 1));

    /** Creates the description of the network. */
    public MobileNetV2() {}

    @Override
    public String addTo(GraphBuilder graph, String input) {
        return add(new LayerStack(graph), input);
    }

    @Override
    public int channels() {
        return 1280;
    }

    @Override
    public List<String> layers() {
        return LayerStack.weightedLayers(this::add);
    }

    private String add(LayerStack stack, String input) {
        return stack.convolution(
                "conv_1", LayerStack.same(channels(), 1, 1), Activation.RELU6, addBlocks(stack, input));
    }

    /** Adds all but the last convolution, which a classifier needs; returns the last vertex, of 320 channels. */
    static String addBlocks(LayerStack stack, String input) {
        String last = stack.convolution("conv", LayerStack.same(STEM_CHANNELS, 3, 2), Activation.RELU6, input);
        int channels = STEM_CHANNELS;
        int index = 0;
        for (Blocks blocks : STAGES) {
            for (int i = 0; i < blocks.count(); i++) {
                String name = index == 0 ? "expanded_conv" : "expanded_conv_" + index;
                last = block(stack, name, blocks, channels, i == 0 ? blocks.stride() : 1, last);
                channels = blocks.channels();
                index++;
            }
        }
        return last;
    }

    private static String block(
            LayerStack stack, String name, Blocks blocks, int channelsIn, int stride, String input) {
        String wide = input;
        if (blocks.expansion() > 1) {
            int channels = channelsIn * blocks.expansion();
            wide = stack.convolution(name + ".expand", LayerStack.same(channels, 1, 1), Activation.RELU6, input);
        }
        String filtered = stack.depthwise(name + ".depthwise", stride, Activation.RELU6, wide);
        String narrow = stack.convolution(
                name + ".project", LayerStack.same(blocks.channels(), 1, 1), Activation.IDENTITY, filtered);
        boolean residual = stride == 1 && channelsIn == blocks.channels();
        return residual ? stack.add(name + ".add", narrow, input) : narrow;
    }
}
