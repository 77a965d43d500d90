package io.buyme.train.net;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/**
 * DenseNet-121 (Huang et al., "Densely Connected Convolutional Networks", 2017) with torchvision's layers and names.
 * With 1000 classes on top it has 7,978,856 trainable parameters. Sizes should be multiples of 32.
 */
public final class DenseNet121 implements Backbone {

    private static final int GROWTH = 32;
    private static final int BOTTLENECK = 4 * GROWTH;
    private static final List<Integer> LAYERS = List.of(6, 12, 24, 16);
    private static final double EPSILON = 1e-5;

    /** Creates the description of the network. */
    public DenseNet121() {}

    @Override
    public String addTo(GraphBuilder graph, String input) {
        return add(new LayerStack(graph), input);
    }

    @Override
    public int channels() {
        return 1024;
    }

    @Override
    public List<String> layers() {
        return LayerStack.weightedLayers(this::add);
    }

    private String add(LayerStack stack, String input) {
        String last =
                stack.convolution("features.conv0", LayerStack.padded(2 * GROWTH, 7, 2, 3), Activation.IDENTITY, input);
        last = normalized(stack, "features.norm0", "features.relu0", last);
        last = stack.pool("features.pool0", LayerStack.pooling(SubsamplingLayer.PoolingType.MAX, 3, 2, 1), last);
        int channels = 2 * GROWTH;
        for (int block = 1; block <= LAYERS.size(); block++) {
            last = block(stack, "features.denseblock" + block, LAYERS.get(block - 1), last);
            channels += LAYERS.get(block - 1) * GROWTH;
            if (block < LAYERS.size()) {
                channels /= 2;
                last = transition(stack, "features.transition" + block, channels, last);
            }
        }
        return normalized(stack, "features.norm5", "features.relu5", last);
    }

    /** Each layer reads what all before it have found, and adds its own channels at the end. */
    private static String block(LayerStack stack, String name, int layers, String input) {
        String all = input;
        for (int i = 1; i <= layers; i++) {
            String layer = name + ".denselayer" + i;
            String active = normalized(stack, layer + ".norm1", layer + ".relu1", all);
            String narrow = stack.convolution(
                    layer + ".conv1", LayerStack.padded(BOTTLENECK, 1, 1, 0), Activation.IDENTITY, active);
            String again = normalized(stack, layer + ".norm2", layer + ".relu2", narrow);
            String found =
                    stack.convolution(layer + ".conv2", LayerStack.padded(GROWTH, 3, 1, 1), Activation.IDENTITY, again);
            all = stack.concat(layer, all, found);
        }
        return all;
    }

    private static String transition(LayerStack stack, String name, int channels, String input) {
        String active = normalized(stack, name + ".norm", name + ".relu", input);
        String narrow =
                stack.convolution(name + ".conv", LayerStack.padded(channels, 1, 1, 0), Activation.IDENTITY, active);
        return stack.pool(name + ".pool", LayerStack.pooling(SubsamplingLayer.PoolingType.AVG, 2, 2, 0), narrow);
    }

    private static String normalized(LayerStack stack, String norm, String relu, String input) {
        return stack.relu(relu, stack.normalization(norm, EPSILON, input));
    }
}
