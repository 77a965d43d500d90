package io.buyme.train.net;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Whole networks: a backbone, the average over its map, and what is asked for on top. All weights are random; the same
 * seed gives the same weights.
 */
public final class Networks {

    /** The input. */
    public static final String INPUT = "image";

    /** The vertex with the features of a picture, [N, channels of the backbone]. */
    public static final String FEATURES = "pool";

    /** The vertex with the classes or labels, [N, number of them]. */
    public static final String PREDICTIONS = "classifier";

    private static final double LEARNING_RATE = 1e-3;

    private Networks() {}

    /** Builds a network that ends in the features of a picture. */
    public static ComputationGraph features(Backbone backbone, int size, long seed) {
        GraphBuilder graph = pooled(backbone, size, seed);
        return initialized(graph.setOutputs(FEATURES).validateOutputLayerConfig(false));
    }

    /** Builds a network that chooses one of several classes: probabilities that add up to 1. */
    public static ComputationGraph classifier(Backbone backbone, int size, int classes, long seed) {
        return predicting(backbone, size, classes, seed, LossFunction.MCXENT, Activation.SOFTMAX);
    }

    /** Builds a network that decides for each of several labels whether it applies: a probability each. */
    public static ComputationGraph multiLabel(Backbone backbone, int size, int labels, long seed) {
        return predicting(backbone, size, labels, seed, LossFunction.XENT, Activation.SIGMOID);
    }

    /**
     * Counts the parameters that training changes by their gradients, as the papers do. DL4J's own count includes the
     * running mean and variance of batch normalisation.
     */
    public static long trainableParameters(ComputationGraph network) {
        long count = network.numParams();
        for (Layer layer : network.getLayers()) {
            if (layer.conf().getLayer() instanceof BatchNormalization norm) {
                count -= 2 * norm.getNOut();
            }
        }
        return count;
    }

    private static ComputationGraph predicting(
            Backbone backbone, int size, int outputs, long seed, LossFunction loss, Activation activation) {
        GraphBuilder graph = pooled(backbone, size, seed);
        graph.addLayer(
                PREDICTIONS,
                new OutputLayer.Builder(loss)
                        .nOut(outputs)
                        .activation(activation)
                        .weightInit(WeightInit.XAVIER)
                        .build(),
                FEATURES);
        return initialized(graph.setOutputs(PREDICTIONS));
    }

    private static GraphBuilder pooled(Backbone backbone, int size, long seed) {
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(LEARNING_RATE))
                .graphBuilder()
                .addInputs(INPUT)
                .setInputTypes(backbone.inputType(size));
        return graph.addLayer(FEATURES, new GlobalPoolingLayer(PoolingType.AVG), backbone.addTo(graph, INPUT));
    }

    private static ComputationGraph initialized(GraphBuilder graph) {
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        return network;
    }
}
