package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.net.Backbone;
import io.buyme.train.objective.ClassLoss;
import io.buyme.train.objective.MultiLabelLoss;
import io.buyme.train.objective.Objectives;
import io.buyme.train.objective.ReconstructionLoss;
import io.buyme.train.objective.RowLoss;
import io.buyme.train.objective.TripletLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A backbone with an embedding and a head for each objective: features, averaged over the picture, projected, brought to
 * length 1; from there, scaled, linear heads for tags and classes.
 */
public final class EmbedderNetwork {

    /** Name of the input: pictures [N, 3, size, size]. */
    public static final String IMAGE = "image";

    /** Name of the vertex with embeddings [N, dimension] of length 1. */
    public static final String EMBEDDING = "normalized";

    /** Name of the layer that gives tag logits [N, tags]. */
    public static final String TAGS = "tag_head";

    /** Name of the layer that gives class logits [N, classes]. */
    public static final String CLASS = "class_head";

    private static final String POOLED = "pooled";
    private static final String PROJECTION = "projection";
    private static final String SCALED = "scaled";
    private static final String TRIPLET = "triplet";
    private static final String DRAWING = "drawing";

    /** Layers between the embedding and the drawing that the auto-encoder makes of it. */
    private static final int DRAWING_UNITS = 512;

    /** Width and height of that drawing. */
    static final int DRAWING_SIZE = 16;

    private final ComputationGraph graph;
    private final List<RowLoss> losses;
    private final String features;

    private EmbedderNetwork(ComputationGraph graph, List<RowLoss> losses, String features) {
        this.graph = graph;
        this.losses = losses;
        this.features = features;
    }

    /**
     * Creates a network with random weights.
     *
     * @param size of the pictures; weights do not depend on it
     */
    public static EmbedderNetwork create(
            Backbone backbone, NetworkShape shape, Objectives objectives, int tags, int classes, int size, long seed) {
        GraphBuilder graph = builder(IMAGE, backbone.inputType(size), seed);
        String features = backbone.addTo(graph, IMAGE);
        return create(graph, features, shape, objectives, tags, classes);
    }

    /** Creates a network that lacks the backbone's first layers: what they would compute is its input. */
    static EmbedderNetwork createTail(
            BackboneTail tail,
            String from,
            NetworkShape shape,
            Objectives objectives,
            int tags,
            int classes,
            long seed) {
        GraphBuilder graph = builder(from, tail.inputType(), seed);
        return create(graph, tail.addTo(graph), shape, objectives, tags, classes);
    }

    private static EmbedderNetwork create(
            GraphBuilder graph, String features, NetworkShape shape, Objectives objectives, int tags, int classes) {
        addEmbedding(graph, features, shape);
        if (objectives.softmax() + objectives.multilabel() + objectives.reconstruction() > 0) {
            // Distances alone need no scale, and DL4J cannot train with a vertex that leads nowhere.
            graph.addVertex(SCALED, new ScaleVertex(shape.scale()), EMBEDDING);
        }
        List<RowLoss> losses = addHeads(graph, objectives, tags, classes);
        ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        built.initGradientsView();
        return new EmbedderNetwork(built, losses, features);
    }

    /**
     * Creates a network that gives embeddings and tag logits, without what only training needs. Its layers have the names
     * of those that {@link #create} makes.
     */
    public static EmbedderNetwork forInference(Backbone backbone, NetworkShape shape, int tags, int size) {
        GraphBuilder graph = builder(IMAGE, backbone.inputType(size), 0);
        String features = backbone.addTo(graph, IMAGE);
        addEmbedding(graph, features, shape);
        if (tags > 0) {
            DenseLayer head = new DenseLayer.Builder()
                    .nOut(tags)
                    .activation(Activation.IDENTITY)
                    .build();
            graph.addVertex(SCALED, new ScaleVertex(shape.scale()), EMBEDDING);
            graph.addLayer(TAGS, head, SCALED).setOutputs(EMBEDDING, TAGS);
        } else {
            graph.setOutputs(EMBEDDING);
        }
        ComputationGraph built = new ComputationGraph(graph.build());
        built.init();
        return new EmbedderNetwork(built, List.of(), features);
    }

    /** Takes over the weights of a network of any picture size that has at least this one's layers. */
    public void copyWeights(EmbedderNetwork from) {
        Map<String, INDArray> theirs = from.graph.paramTable();
        graph.paramTable().forEach((name, mine) -> mine.assign(requireNonNull(theirs.get(name), name)));
    }

    private static GraphBuilder builder(String input, InputType type, long seed) {
        // Updates are computed by Optimizer, on all weights at once.
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new NoOp())
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.IDENTITY)
                .graphBuilder()
                .addInputs(input)
                .setInputTypes(type);
    }

    private static void addEmbedding(GraphBuilder graph, String features, NetworkShape shape) {
        GlobalPoolingLayer.Builder pooling = new GlobalPoolingLayer.Builder(PoolingType.AVG);
        graph.addLayer(POOLED, pooling.build(), features);
        DenseLayer.Builder projection =
                new DenseLayer.Builder().nOut(shape.dimension()).activation(Activation.IDENTITY);
        if (shape.dropout() > 0) {
            // DL4J wants the share that is kept.
            projection.dropOut(1 - shape.dropout());
        }
        graph.addLayer(PROJECTION, projection.build(), POOLED);
        graph.addVertex(EMBEDDING, new L2NormalizeVertex(), PROJECTION);
    }

    private static List<RowLoss> addHeads(GraphBuilder graph, Objectives objectives, int tags, int classes) {
        List<RowLoss> losses = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        if (objectives.softmax() > 0) {
            ClassLoss loss = new ClassLoss(objectives.softmax(), objectives.labelSmoothing());
            addHead(graph, CLASS, loss, classes, SCALED);
            losses.add(loss);
            outputs.add(CLASS);
        }
        if (objectives.multilabel() > 0) {
            MultiLabelLoss loss = new MultiLabelLoss(objectives.multilabel(), objectives.positiveWeight());
            addHead(graph, TAGS, loss, tags, SCALED);
            losses.add(loss);
            outputs.add(TAGS);
        }
        if (objectives.triplet() > 0) {
            TripletLoss loss = new TripletLoss(
                    objectives.triplet(),
                    objectives.distance(),
                    objectives.mining(),
                    objectives.classMargin(),
                    objectives.articleMargin());
            LossLayer layer =
                    new LossLayer.Builder(loss).activation(Activation.IDENTITY).build();
            graph.addLayer(TRIPLET, layer, EMBEDDING);
            losses.add(loss);
            outputs.add(TRIPLET);
        }
        if (objectives.reconstruction() > 0) {
            ReconstructionLoss loss = new ReconstructionLoss(objectives.reconstruction());
            DenseLayer units = new DenseLayer.Builder()
                    .nOut(DRAWING_UNITS)
                    .activation(Activation.RELU)
                    .weightInit(WeightInit.RELU)
                    .build();
            graph.addLayer(DRAWING + "_units", units, SCALED);
            addHead(graph, DRAWING, loss, 3 * DRAWING_SIZE * DRAWING_SIZE, DRAWING + "_units");
            losses.add(loss);
            outputs.add(DRAWING);
        }
        graph.setOutputs(outputs.toArray(String[]::new));
        return List.copyOf(losses);
    }

    private static void addHead(GraphBuilder graph, String name, RowLoss loss, int outputs, String input) {
        graph.addLayer(
                name,
                new OutputLayer.Builder(loss)
                        .nOut(outputs)
                        .activation(Activation.IDENTITY)
                        .build(),
                input);
    }

    /** Returns the network that computes. */
    public ComputationGraph graph() {
        return graph;
    }

    /** Returns the losses in the order of the graph's outputs. */
    List<RowLoss> losses() {
        return losses;
    }

    /** Returns the name of the backbone's last vertex: features [N, channels, h, w]. */
    public String features() {
        return features;
    }
}
