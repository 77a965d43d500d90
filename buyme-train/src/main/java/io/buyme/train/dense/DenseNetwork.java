package io.buyme.train.dense;

import io.buyme.train.loop.GraphTail;
import io.buyme.train.net.FeaturePyramid;
import io.buyme.train.objective.MultiLabelLoss;
import io.buyme.train.objective.PixelLoss;
import io.buyme.train.objective.RowLoss;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A feature pyramid with two heads: at each level a linear map to classes, summed at the finest (Kirillov et al.,
 * "Panoptic Feature Pyramid Networks", 2019), and the categories in the picture from its deepest features.
 */
public final class DenseNetwork {

    /** Name of the input: pictures [N, 3, height, width]. */
    public static final String IMAGE = "image";

    /** Name of the vertex with the classes' logits of cells, [N, classes, height / 4, width / 4]. */
    public static final String PIXELS = "pixel_sum";

    /** Name of the layer with the logits of categories, [N, categories]. */
    public static final String PRESENCE = "presence_head";

    private static final String PIXEL_LOSS = "pixel_loss";
    private static final int CONTEXT_CHANNELS = 256;

    private final DenseShape shape;
    private final PixelLoss pixelLoss;
    private final MultiLabelLoss presenceLoss;

    /**
     * Describes a network.
     *
     * @param classWeights how much a cell of each class counts
     */
    DenseNetwork(DenseShape shape, DenseObjectives objectives, List<Double> classWeights) {
        this.shape = shape;
        this.pixelLoss = new PixelLoss(
                objectives.pixels(),
                classWeights,
                objectives.dice(),
                shape.classes().firstCategory(),
                shape.cells());
        this.presenceLoss = new MultiLabelLoss(objectives.presence(), 1);
    }

    /** Returns the losses in the order of the outputs. */
    List<RowLoss> losses() {
        return List.of(pixelLoss, presenceLoss);
    }

    /** Creates the network with random weights. */
    ComputationGraph create(long seed) {
        return build(describe(seed).setInputTypes(inputType()));
    }

    /** Creates the layers behind some vertices, which are then its inputs. */
    ComputationGraph create(GraphTail tail, long seed) {
        GraphBuilder graph = builder(seed)
                .addInputs(tail.cuts().toArray(String[]::new))
                .setInputTypes(tail.inputTypes().toArray(InputType[]::new));
        tail.addTo(graph);
        return build(graph.setOutputs(tail.outputs().toArray(String[]::new)));
    }

    /** Returns the part of the network behind some of its vertices. */
    GraphTail tail(List<String> cuts) {
        return new GraphTail(describe(0), inputType(), cuts);
    }

    /** Returns the type of the input. */
    InputType inputType() {
        return FeaturePyramid.inputType(shape.width(), shape.height());
    }

    private static ComputationGraph build(GraphBuilder graph) {
        ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        built.initGradientsView();
        return built;
    }

    private static GraphBuilder builder(long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.IDENTITY)
                .graphBuilder();
    }

    private GraphBuilder describe(long seed) {
        GraphBuilder graph = builder(seed).addInputs(IMAGE);
        String deepest = FeaturePyramid.addTo(graph, IMAGE);
        List<String> levels = List.of(FeaturePyramid.P2, FeaturePyramid.P3, FeaturePyramid.P4, FeaturePyramid.P5);
        List<String> maps = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            maps.add(classMap(graph, levels.get(i), 1 << i));
        }
        graph.addVertex(PIXELS, new ElementWiseVertex(ElementWiseVertex.Op.Add), maps.toArray(String[]::new));
        graph.addLayer(
                PIXEL_LOSS,
                new CnnLossLayer.Builder(pixelLoss)
                        .activation(Activation.IDENTITY)
                        .format(CNN2DFormat.NCHW)
                        .build(),
                PIXELS);
        graph.addLayer("context", pointwise(CONTEXT_CHANNELS, Activation.RELU), deepest);
        graph.addLayer("context_mean", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "context");
        graph.addLayer(
                PRESENCE,
                new OutputLayer.Builder(presenceLoss)
                        .nOut(shape.classes().categories().size())
                        .activation(Activation.IDENTITY)
                        .build(),
                "context_mean");
        return graph.setOutputs(PIXEL_LOSS, PRESENCE);
    }

    private String classMap(GraphBuilder graph, String level, int factor) {
        String name = level + "_classes";
        ConvolutionLayer layer = pointwise(shape.classes().size(), Activation.IDENTITY);
        // Small at first: four levels add up, and a guess that is sure of itself takes long to unlearn.
        layer.setWeightInitFn(new WeightInitDistribution(new NormalDistribution(0, 0.01)));
        graph.addLayer(name, layer, level);
        if (factor == 1) {
            return name;
        }
        graph.addLayer(
                name + "_fine",
                new Upsampling2D.Builder(factor).dataFormat(CNN2DFormat.NCHW).build(),
                name);
        return name + "_fine";
    }

    private static ConvolutionLayer pointwise(int channels, Activation activation) {
        return new ConvolutionLayer.Builder(1, 1)
                .nOut(channels)
                .activation(activation)
                .dataFormat(CNN2DFormat.NCHW)
                .build();
    }
}
