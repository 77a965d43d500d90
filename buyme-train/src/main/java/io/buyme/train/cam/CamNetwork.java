package io.buyme.train.cam;

import io.buyme.train.net.MobileNetV2;
import io.buyme.train.objective.PooledTagLoss;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * MobileNetV2, and on each place of its features one linear classifier a category: maps [N, categories, h, w], which the
 * loss pools to one logit each.
 */
final class CamNetwork {

    static final String IMAGE = "image";

    /** The layer that gives the maps. */
    static final String MAPS = "cam_head";

    static final String TAGS = "cam_tags";

    /** Tags that are there are fewer than those that are not. */
    private static final double POSITIVE_WEIGHT = 1.5;

    private static final int STRIDE = 32;

    private static final MobileNetV2 BACKBONE = new MobileNetV2();

    private final int categories;
    private final double sharpness;
    private final long seed;

    CamNetwork(int categories, double sharpness, long seed) {
        this.categories = categories;
        this.sharpness = sharpness;
        this.seed = seed;
    }

    int categories() {
        return categories;
    }

    double sharpness() {
        return sharpness;
    }

    MobileNetV2 backbone() {
        return BACKBONE;
    }

    static InputType inputType(int size) {
        return BACKBONE.inputType(size);
    }

    /** Returns the width and height of a map for pictures of a size. */
    static int mapSize(int size) {
        return (size + STRIDE - 1) / STRIDE;
    }

    /** Returns a network with random weights for pictures of a size, on which the weights do not depend. */
    ComputationGraph create(int size) {
        GraphBuilder graph = graph(size).setInputTypes(inputType(size));
        return initialized(graph);
    }

    PooledTagLoss loss(int size) {
        return new PooledTagLoss(1, POSITIVE_WEIGHT, sharpness, mapSize(size) * mapSize(size));
    }

    /** Returns the layers, without the type of the input. */
    GraphBuilder graph(int size) {
        GraphBuilder graph = builder().addInputs(IMAGE);
        String features = BACKBONE.addTo(graph, IMAGE);
        graph.addLayer(
                MAPS,
                new ConvolutionLayer.Builder(1, 1)
                        .nOut(categories)
                        .activation(Activation.IDENTITY)
                        .weightInit(WeightInit.XAVIER)
                        .build(),
                features);
        graph.addLayer(
                TAGS,
                new CnnLossLayer.Builder(loss(size))
                        .activation(Activation.IDENTITY)
                        .build(),
                MAPS);
        return graph.setOutputs(TAGS);
    }

    GraphBuilder builder() {
        // Updates are computed by the trainer, on all weights at once.
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .graphBuilder();
    }

    static ComputationGraph initialized(GraphBuilder graph) {
        ComputationGraph network = new ComputationGraph(graph.build());
        network.init();
        network.initGradientsView();
        return network;
    }
}
