package io.buyme.train.rcnn;

import io.buyme.train.objective.BinaryLoss;
import io.buyme.train.objective.BoxLoss;
import io.buyme.train.objective.ClassLoss;
import io.buyme.train.objective.RowLoss;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds the three heads, with random weights. */
final class Heads {

    /** Width and height of what the box head sees of a region. */
    static final int BOX_GRID = 7;

    /** Width and height of what the mask head sees of a region. */
    static final int MASK_GRID = 14;

    /** Width and height of a mask. */
    static final int MASK = 2 * MASK_GRID;

    private static final String INPUT = "features";
    private static final int BOX_UNITS = 256;
    private static final int MASK_LAYERS = 3;
    private static final double PROPOSAL_BEND = 1.0 / 9;
    private static final double SMALL = 0.01;

    private Heads() {}

    /** On the sheet of levels: for each anchor whether there is an article, and how to get to its box. */
    static Head proposals(DetectorShape shape, long seed) {
        InputType input = sheetType(shape);
        GraphBuilder graph = builder(input, seed);
        addConvolution(graph, "proposal_features", shape.channels(), INPUT);
        addOutput(graph, "objectness", Level.ANCHORS, "proposal_features");
        addOutput(graph, "anchor_deltas", Level.ANCHORS * BoxCoder.LENGTH, "proposal_features");
        List<RowLoss> losses = List.of(new BinaryLoss("objectness", 1), new BoxLoss(1, PROPOSAL_BEND));
        addLoss(graph, losses.get(0), "objectness");
        addLoss(graph, losses.get(1), "anchor_deltas");
        graph.setOutputs("objectness_loss", "anchor_deltas_loss");
        return Head.of(graph, input, losses, List.of("objectness", "anchor_deltas"));
    }

    /** On a region: logits of nothing and of each category, and how to get to the article's box. */
    static Head boxes(DetectorShape shape, double dropout, long seed) {
        InputType input = boxType(shape);
        GraphBuilder graph = builder(input, seed);
        addDense(graph, "box_first", dropout, INPUT);
        addDense(graph, "box_second", dropout, "box_first");
        List<RowLoss> losses = List.of(new ClassLoss(1, 0), new BoxLoss(1, 1));
        addOutput(graph, "class_logits", losses.get(0), shape.categories() + 1);
        addOutput(graph, "box_deltas", losses.get(1), BoxCoder.LENGTH);
        graph.setOutputs("class_logits", "box_deltas");
        return Head.of(graph, input, losses, List.of("class_logits", "box_deltas"));
    }

    /** On a region: a map of logits for each category. */
    static Head masks(DetectorShape shape, long seed) {
        InputType input = maskType(shape);
        GraphBuilder graph = builder(input, seed);
        String last = INPUT;
        for (int i = 1; i <= MASK_LAYERS; i++) {
            addConvolution(graph, "mask_" + i, shape.channels(), last);
            last = "mask_" + i;
        }
        graph.addLayer(
                "mask_enlarged",
                new Deconvolution2D.Builder(2, 2)
                        .stride(2, 2)
                        .nOut(shape.channels())
                        .activation(Activation.RELU)
                        .weightInit(WeightInit.RELU)
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                last);
        addOutput(graph, "mask_logits", shape.categories(), "mask_enlarged");
        RowLoss loss = new BinaryLoss("mask", 1);
        addLoss(graph, loss, "mask_logits");
        graph.setOutputs("mask_logits_loss");
        return Head.of(graph, input, List.of(loss), List.of("mask_logits"));
    }

    /** Returns the type of the sheet of levels. */
    static InputType sheetType(DetectorShape shape) {
        FeatureSheet sheet = new FeatureSheet(shape);
        return map(sheet.height(), sheet.width(), shape.channels());
    }

    /** Returns the type of what the box head sees of a region. */
    static InputType boxType(DetectorShape shape) {
        return map(BOX_GRID, BOX_GRID, shape.regionChannels());
    }

    /** Returns the type of what the mask head sees of a region. */
    static InputType maskType(DetectorShape shape) {
        return map(MASK_GRID, MASK_GRID, shape.regionChannels());
    }

    private static InputType map(int height, int width, int channels) {
        return InputType.convolutional(height, width, channels, CNN2DFormat.NCHW);
    }

    private static GraphBuilder builder(InputType input, long seed) {
        // Updates are computed by the trainer's optimizer, on all weights at once.
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs(INPUT)
                .setInputTypes(input);
    }

    private static void addConvolution(GraphBuilder graph, String name, int channels, String input) {
        graph.addLayer(
                name,
                new ConvolutionLayer.Builder(3, 3)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(channels)
                        .activation(Activation.RELU)
                        .weightInit(WeightInit.RELU)
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
    }

    private static void addOutput(GraphBuilder graph, String name, int channels, String input) {
        graph.addLayer(
                name,
                new ConvolutionLayer.Builder(1, 1)
                        .nOut(channels)
                        .activation(Activation.IDENTITY)
                        .weightInit(new NormalDistribution(0, SMALL))
                        .dataFormat(CNN2DFormat.NCHW)
                        .build(),
                input);
    }

    private static void addLoss(GraphBuilder graph, RowLoss loss, String input) {
        graph.addLayer(
                input + "_loss",
                new CnnLossLayer.Builder(loss)
                        .activation(Activation.IDENTITY)
                        .format(CNN2DFormat.NCHW)
                        .build(),
                input);
    }

    private static void addDense(GraphBuilder graph, String name, double dropout, String input) {
        DenseLayer.Builder layer = new DenseLayer.Builder()
                .nOut(BOX_UNITS)
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU);
        if (dropout > 0) {
            // DL4J wants the share that is kept.
            layer.dropOut(1 - dropout);
        }
        graph.addLayer(name, layer.build(), input);
    }

    private static void addOutput(GraphBuilder graph, String name, RowLoss loss, int outputs) {
        graph.addLayer(
                name,
                new OutputLayer.Builder(loss)
                        .nOut(outputs)
                        .activation(Activation.IDENTITY)
                        .weightInit(new NormalDistribution(0, SMALL))
                        .build(),
                "box_second");
    }
}
