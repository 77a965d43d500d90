package io.buyme.train.onnx;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks to export. They see pictures of odd size, so that no axis passes for another. */
final class SmallNetworks {

    static final InputType PICTURE = InputType.convolutional(17, 15, 3);

    private SmallNetworks() {}

    /** Returns an embedder: the vertex {@code unit} is its vector, {@code tags} its tags, {@code map} its features. */
    static ComputationGraph embedder() {
        GraphBuilder builder = builder();
        builder.addLayer(
                        "stem",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(6)
                                .stride(2, 2)
                                .hasBias(false)
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .addLayer("norm", new BatchNormalization.Builder().build(), "stem")
                .addLayer("map", new ActivationLayer(Activation.RELU6), "norm")
                .addLayer(
                        "left",
                        new DepthwiseConvolution2D.Builder()
                                .kernelSize(3, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .activation(Activation.TANH)
                                .build(),
                        "map")
                .addVertex("both", new MergeVertex(), "left", "map")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "both")
                .addLayer(
                        "tags",
                        new OutputLayer.Builder(LossFunction.XENT)
                                .nOut(4)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "pool")
                .addVertex("scaled", new ScaleVertex(3), "pool")
                .addVertex("unit", new L2NormalizeVertex(), "scaled")
                .setOutputs("tags", "unit");
        return network(builder);
    }

    /** Returns a network that is nearly all weights: its one layer is {@code wide}. */
    static ComputationGraph wide() {
        GraphBuilder builder = builder();
        builder.addLayer(
                        "wide",
                        new DenseLayer.Builder()
                                .nOut(64)
                                .activation(Activation.RELU)
                                .build(),
                        "in")
                .setOutputs("wide");
        return network(builder);
    }

    /** Returns a graph of which only the input {@code in} is there. */
    static GraphBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(5)
                .activation(Activation.RELU)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(PICTURE)
                .allowDisconnected(true)
                .validateOutputLayerConfig(false);
    }

    /** A network whose parameters are all random, unlike the zeros and ones that biases and norms start with. */
    static ComputationGraph network(GraphBuilder builder) {
        ComputationGraph network = new ComputationGraph(builder.build());
        network.init();
        Nd4j.getRandom().setSeed(7);
        for (var layer : network.getLayers()) {
            layer.paramTable().forEach((key, parameter) -> {
                INDArray noise = Nd4j.rand(parameter.shape()).muli(0.5).addi(key.equals("var") ? 0.5 : -0.2);
                parameter.addi(noise.castTo(parameter.dataType()));
            });
        }
        return network;
    }
}
