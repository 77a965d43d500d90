package io.buyme.train.pose;

import io.buyme.train.data.Joints;
import io.buyme.train.net.FeaturePyramid;
import io.buyme.train.net.HrNet;
import io.buyme.train.objective.HeatMapLoss;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** An {@link HrNet} and the loss of its heat maps. Its weights do not depend on the size of pictures. */
final class PoseNetwork {

    static final String IMAGE = "image";

    private static final String LOSS = "heat_loss";

    private final HrNet layers;
    private final long seed;

    PoseNetwork(HrNet layers, long seed) {
        this.layers = layers;
        this.seed = seed;
    }

    static InputType inputType(PoseShape shape) {
        return FeaturePyramid.inputType(shape.width(), shape.height());
    }

    /** Returns a network with random weights. */
    ComputationGraph create(PoseShape shape) {
        // Updates are computed by the trainer, on all weights at once.
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs(IMAGE)
                .setInputTypes(inputType(shape));
        String maps = layers.addTo(graph, IMAGE, Joints.COUNT);
        graph.addLayer(
                LOSS,
                new CnnLossLayer.Builder(new HeatMapLoss(shape.cells(), HeatMaps.SIGMA))
                        .activation(Activation.IDENTITY)
                        .format(CNN2DFormat.NCHW)
                        .build(),
                maps);
        ComputationGraph network = new ComputationGraph(graph.setOutputs(LOSS).build());
        network.init();
        network.initGradientsView();
        return network;
    }

    /** Returns the loss of the last batch. */
    static double loss(ComputationGraph network) {
        CnnLossLayer layer = (CnnLossLayer) network.getLayer(LOSS).conf().getLayer();
        return ((HeatMapLoss) layer.getLossFn()).mean();
    }
}
