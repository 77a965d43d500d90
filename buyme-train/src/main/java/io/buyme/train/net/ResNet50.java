package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * ResNet-50 (He et al., "Deep Residual Learning for Image Recognition", 2016) with torchvision's layers and names: the
 * stride is in the 3 x 3 convolution. With 1000 classes on top it has 25,557,032 trainable parameters.
 */
public final class ResNet50 implements Backbone {

    /** A stage: the channels inside a block, how many blocks, stride of the first. */
    private record Blocks(int channels, int count, int stride) {}

    private static final List<Blocks> STAGES =
            List.of(new Blocks(64, 3, 1), new Blocks(128, 4, 2), new Blocks(256, 6, 2), new Blocks(512, 3, 2));

    private static final int EXPANSION = 4;
    private static final double EPSILON = 1e-5;

    /** Creates the description of the network. */
    public ResNet50() {}

    @Override
    public String addTo(GraphBuilder graph, String input) {
        return add(new LayerStack(graph), input);
    }

    @Override
    public int channels() {
        return 2048;
    }

    @Override
    public List<String> layers() {
        return LayerStack.weightedLayers(this::add);
    }

    private String add(LayerStack stack, String input) {
        String stem = stack.convolution("conv1", LayerStack.padded(64, 7, 2, 3), Activation.IDENTITY, input);
        String last = stack.relu("relu1", stack.normalization("bn1", EPSILON, stem));
        last = stack.pool("maxpool", LayerStack.pooling(SubsamplingLayer.PoolingType.MAX, 3, 2, 1), last);
        for (int i = 1; i <= STAGES.size(); i++) {
            Blocks blocks = STAGES.get(i - 1);
            for (int j = 0; j < blocks.count(); j++) {
                int stride = j == 0 ? blocks.stride() : 1;
                last = block(stack, "layer" + i + "." + j, blocks.channels(), stride, j == 0, last);
            }
        }
        return last;
    }

    private static String block(
            LayerStack stack, String name, int channels, int stride, boolean reshapes, String input) {
        int wide = channels * EXPANSION;
        String one = normalized(stack, name, "1", LayerStack.padded(channels, 1, 1, 0), input);
        String two = normalized(
                stack, name, "2", LayerStack.padded(channels, 3, stride, 1), stack.relu(name + ".relu1", one));
        String three = normalized(stack, name, "3", LayerStack.padded(wide, 1, 1, 0), stack.relu(name + ".relu2", two));
        String shortcut = input;
        if (reshapes) {
            String reshaped = stack.convolution(
                    name + ".downsample.0", LayerStack.padded(wide, 1, stride, 0), Activation.IDENTITY, input);
            shortcut = stack.normalization(name + ".downsample.1", EPSILON, reshaped);
        }
        return stack.relu(name + ".relu3", stack.add(name + ".add", three, shortcut));
    }

    private static String normalized(
            LayerStack stack, String name, String number, ConvolutionLayer.Builder layer, String input) {
        String filtered = stack.convolution(name + ".conv" + number, layer, Activation.IDENTITY, input);
        return stack.normalization(name + ".bn" + number, EPSILON, filtered);
    }
}
