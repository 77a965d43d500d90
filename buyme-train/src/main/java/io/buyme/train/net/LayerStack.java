package io.buyme.train.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** Adds layers to a graph, each on top of a named vertex, and returns the name of what it added. */
final class LayerStack {

    private final GraphBuilder graph;
    private final List<String> weighted = new ArrayList<>();

    LayerStack(GraphBuilder graph) {
        this.graph = graph;
    }

    /** Names the layers with weights that a network adds, by letting it add them to a graph of no further use. */
    static List<String> weightedLayers(BiFunction<LayerStack, String, String> network) {
        LayerStack stack = new LayerStack(
                new NeuralNetConfiguration.Builder().graphBuilder().addInputs("input"));
        String unused = network.apply(stack, "input");
        return List.copyOf(stack.weighted);
    }

    /** A square convolution with TensorFlow's SAME padding: what is odd goes to the bottom and the right. */
    static ConvolutionLayer.Builder same(int channels, int kernel, int stride) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .nOut(channels);
    }

    /** A square convolution with the same zeros on all four sides, without a bias: batch normalisation follows. */
    static ConvolutionLayer.Builder padded(int channels, int kernel, int stride, int padding) {
        return rectangular(channels, kernel, kernel)
                .stride(stride, stride)
                .padding(padding, padding)
                .hasBias(false);
    }

    /** A convolution of stride 1 that keeps the size when the padding is half the kernel. */
    static ConvolutionLayer.Builder rectangular(int channels, int height, int width) {
        return new ConvolutionLayer.Builder(height, width)
                .stride(1, 1)
                .convolutionMode(ConvolutionMode.Truncate)
                .nOut(channels);
    }

    /** Square pooling with the same padding on all four sides. */
    static SubsamplingLayer.Builder pooling(SubsamplingLayer.PoolingType type, int kernel, int stride, int padding) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(kernel, kernel)
                .stride(stride, stride)
                .padding(padding, padding)
                .convolutionMode(ConvolutionMode.Truncate);
    }

    String convolution(String name, ConvolutionLayer.Builder layer, Activation activation, String input) {
        graph.addLayer(
                name,
                layer.activation(activation)
                        .weightInit(WeightInit.RELU)
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
        weighted.add(name);
        return name;
    }

    /** A 3 x 3 filter for each channel, SAME padding. DL4J's own initialisation would count all channels as fan-in. */
    String depthwise(String name, int stride, Activation activation, String input) {
        graph.addLayer(
                name,
                new DepthwiseConvolution2D.Builder()
                        .kernelSize(3, 3)
                        .stride(stride, stride)
                        .depthMultiplier(1)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(activation)
                        .weightInit(new NormalDistribution(0, Math.sqrt(2.0 / 9)))
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
        weighted.add(name);
        return name;
    }

    /** Batch normalisation; an activation goes into a layer of its own, since DL4J 1.0.0-M2.1 ignores it here. */
    String normalization(String name, double epsilon, String input) {
        graph.addLayer(
                name,
                new BatchNormalization.Builder()
                        .eps(epsilon)
                        // The variance itself, as weights from elsewhere have it.
                        .useLogStd(false)
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
        weighted.add(name);
        return name;
    }

    String relu(String name, String input) {
        graph.addLayer(name, new ActivationLayer(Activation.RELU), input);
        return name;
    }

    String pool(String name, SubsamplingLayer.Builder layer, String input) {
        graph.addLayer(name, layer.dataFormat(CNN2DFormat.NCHW).build(), input);
        return name;
    }

    /** Repeats each value in squares of this side. */
    String upsample(String name, int factor, String input) {
        graph.addLayer(
                name,
                new Upsampling2D.Builder(factor)
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
        return name;
    }

    String add(String name, String... inputs) {
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
        return name;
    }

    /** Puts feature maps of one size behind each other, along the channels. */
    String concat(String name, String... inputs) {
        graph.addVertex(name, new MergeVertex(), inputs);
        return name;
    }
}
