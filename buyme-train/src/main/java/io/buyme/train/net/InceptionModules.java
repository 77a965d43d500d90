package io.buyme.train.net;

import static io.buyme.train.net.LayerStack.padded;
import static io.buyme.train.net.LayerStack.rectangular;

import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/** The parts of Inception v3: branches that look at different neighbourhoods, put side by side. */
final class InceptionModules {

    private static final double EPSILON = 1e-3;

    private final LayerStack stack;

    InceptionModules(LayerStack stack) {
        this.stack = stack;
    }

    String stem(String input) {
        String last = convolution("Conv2d_1a_3x3", padded(32, 3, 2, 0), input);
        last = convolution("Conv2d_2a_3x3", padded(32, 3, 1, 0), last);
        last = convolution("Conv2d_2b_3x3", padded(64, 3, 1, 1), last);
        last = maximum("maxpool1", last);
        last = convolution("Conv2d_3b_1x1", padded(80, 1, 1, 0), last);
        last = convolution("Conv2d_4a_3x3", padded(192, 3, 1, 0), last);
        return maximum("maxpool2", last);
    }

    /** The module for large maps: 1 x 1, 5 x 5, two 3 x 3, and an average. */
    String small(String name, int poolChannels, String input) {
        String one = convolution(name + ".branch1x1", padded(64, 1, 1, 0), input);
        String five = convolution(name + ".branch5x5_1", padded(48, 1, 1, 0), input);
        five = convolution(name + ".branch5x5_2", padded(64, 5, 1, 2), five);
        String three = convolution(name + ".branch3x3dbl_1", padded(64, 1, 1, 0), input);
        three = convolution(name + ".branch3x3dbl_2", padded(96, 3, 1, 1), three);
        three = convolution(name + ".branch3x3dbl_3", padded(96, 3, 1, 1), three);
        return stack.concat(name, one, five, three, average(name, poolChannels, input));
    }

    String firstReduction(String name, String input) {
        String three = convolution(name + ".branch3x3", padded(384, 3, 2, 0), input);
        String twice = convolution(name + ".branch3x3dbl_1", padded(64, 1, 1, 0), input);
        twice = convolution(name + ".branch3x3dbl_2", padded(96, 3, 1, 1), twice);
        twice = convolution(name + ".branch3x3dbl_3", padded(96, 3, 2, 0), twice);
        return stack.concat(name, three, twice, maximum(name + ".pool", input));
    }

    /** The module for medium maps: 7 x 7 filters taken apart into rows and columns. */
    String medium(String name, int narrow, String input) {
        String one = convolution(name + ".branch1x1", padded(192, 1, 1, 0), input);
        String seven = convolution(name + ".branch7x7_1", padded(narrow, 1, 1, 0), input);
        seven = convolution(name + ".branch7x7_2", row(narrow, 7), seven);
        seven = convolution(name + ".branch7x7_3", column(192, 7), seven);
        String twice = convolution(name + ".branch7x7dbl_1", padded(narrow, 1, 1, 0), input);
        twice = convolution(name + ".branch7x7dbl_2", column(narrow, 7), twice);
        twice = convolution(name + ".branch7x7dbl_3", row(narrow, 7), twice);
        twice = convolution(name + ".branch7x7dbl_4", column(narrow, 7), twice);
        twice = convolution(name + ".branch7x7dbl_5", row(192, 7), twice);
        return stack.concat(name, one, seven, twice, average(name, 192, input));
    }

    String secondReduction(String name, String input) {
        String three = convolution(name + ".branch3x3_1", padded(192, 1, 1, 0), input);
        three = convolution(name + ".branch3x3_2", padded(320, 3, 2, 0), three);
        String seven = convolution(name + ".branch7x7x3_1", padded(192, 1, 1, 0), input);
        seven = convolution(name + ".branch7x7x3_2", row(192, 7), seven);
        seven = convolution(name + ".branch7x7x3_3", column(192, 7), seven);
        seven = convolution(name + ".branch7x7x3_4", padded(192, 3, 2, 0), seven);
        return stack.concat(name, three, seven, maximum(name + ".pool", input));
    }

    /** The module for small maps, which also branches inside. */
    String large(String name, String input) {
        String one = convolution(name + ".branch1x1", padded(320, 1, 1, 0), input);
        String three = convolution(name + ".branch3x3_1", padded(384, 1, 1, 0), input);
        String threeRow = convolution(name + ".branch3x3_2a", row(384, 3), three);
        String threeColumn = convolution(name + ".branch3x3_2b", column(384, 3), three);
        String twice = convolution(name + ".branch3x3dbl_1", padded(448, 1, 1, 0), input);
        twice = convolution(name + ".branch3x3dbl_2", padded(384, 3, 1, 1), twice);
        String twiceRow = convolution(name + ".branch3x3dbl_3a", row(384, 3), twice);
        String twiceColumn = convolution(name + ".branch3x3dbl_3b", column(384, 3), twice);
        return stack.concat(name, one, threeRow, threeColumn, twiceRow, twiceColumn, average(name, 192, input));
    }

    private static ConvolutionLayer.Builder row(int channels, int width) {
        return rectangular(channels, 1, width).padding(0, width / 2).hasBias(false);
    }

    private static ConvolutionLayer.Builder column(int channels, int height) {
        return rectangular(channels, height, 1).padding(height / 2, 0).hasBias(false);
    }

    private String convolution(String name, ConvolutionLayer.Builder layer, String input) {
        String filtered = stack.convolution(name + ".conv", layer, Activation.IDENTITY, input);
        return stack.relu(name + ".relu", stack.normalization(name + ".bn", EPSILON, filtered));
    }

    private String maximum(String name, String input) {
        return stack.pool(name, LayerStack.pooling(SubsamplingLayer.PoolingType.MAX, 3, 2, 0), input);
    }

    /** Zeros beyond the edge count, as they do in torchvision. */
    private String average(String module, int channels, String input) {
        String pooled = stack.pool(
                module + ".average",
                LayerStack.pooling(SubsamplingLayer.PoolingType.AVG, 3, 1, 1).avgPoolIncludePadInDivisor(true),
                input);
        return convolution(module + ".branch_pool", padded(channels, 1, 1, 0), pooled);
    }
}
