package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Translates a network to ONNX, vertex by vertex. Normalisation right after a convolution goes into its filters. */
final class GraphTranslation {

    private final ComputationGraph network;
    private final OnnxBuilder onnx;
    private final LayerNodes layers;
    private final VertexNodes vertices;
    private final Set<String> wanted;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> logits = new HashMap<>();
    private final Set<String> folded = new HashSet<>();

    /** Prepares a translation that keeps the values of the wanted vertices as they are in the network. */
    GraphTranslation(ComputationGraph network, OnnxBuilder onnx, Collection<String> wanted) {
        this.network = network;
        this.onnx = onnx;
        this.layers = new LayerNodes(onnx);
        this.vertices = new VertexNodes(onnx);
        this.wanted = new HashSet<>(wanted);
    }

    /** Translates what the wanted vertices need; the network's input gets its values from the given name. */
    void run(String input) {
        values.put(network.getConfiguration().getNetworkInputs().get(0), input);
        Set<String> needed = needed();
        for (int index : network.topologicalSortOrder()) {
            String name = network.getVertices()[index].getVertexName();
            if (needed.contains(name) && !values.containsKey(name)) {
                values.put(name, vertex(name));
            }
        }
    }

    /** Returns the ONNX name of an output's values; its vertex may be a map. */
    String output(ExportedOutput output, boolean ofMap) {
        String value = value(output.vertex());
        return switch (output.form()) {
            case VALUES -> value;
            case LOGITS -> logits.getOrDefault(output.vertex(), value);
            case UNIT_VECTOR -> vertices.unitVector(output.name(), ofMap, value);
        };
    }

    /** Returns the activation function of a layer, the identity for any other vertex. */
    static IActivation activation(ComputationGraph network, String vertex) {
        if (!network.getVertex(vertex).hasLayer()) {
            return new ActivationIdentity();
        }
        return activation(Frozen.thawed(network.getLayer(vertex).conf().getLayer()));
    }

    private Set<String> needed() {
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (needed.add(name)) {
                open.addAll(inputs(name));
            }
        }
        return needed;
    }

    /** Returns the ONNX name of a wanted vertex's values. */
    String value(String vertex) {
        return Objects.requireNonNull(values.get(vertex), vertex);
    }

    private String vertex(String name) {
        List<String> inputs = inputs(name).stream().map(this::value).toList();
        GraphVertex vertex = configuration(name);
        if (vertex instanceof LayerVertex layer) {
            return layer(name, Optional.ofNullable(layer.getPreProcessor()), inputs.get(0));
        }
        return vertices.add(name, vertex, inputs);
    }

    private String layer(String name, Optional<InputPreProcessor> preProcessor, String source) {
        if (folded.contains(name)) {
            return source;
        }
        String input = preProcessor
                .map(found -> vertices.preProcess(name, found, source))
                .orElse(source);
        Layer layer = Frozen.thawed(network.getLayer(name).conf().getLayer());
        Optional<String> normalization = normalizationAfter(name, layer);
        String sum;
        if (normalization.isPresent() && layer instanceof ConvolutionLayer convolution) {
            folded.add(normalization.get());
            Filters filters = scale(normalization.get()).into(Filters.of(convolution, parameters(name)));
            sum = layers.convolution(name, convolution, filters, input);
        } else {
            sum = layers.add(name, layer, parameters(name), input);
        }
        logits.put(name, sum);
        return ActivationNodes.add(onnx, activation(layer), name, sum);
    }

    /** The normalisation that alone reads a convolution without activation: both together are one convolution. */
    private Optional<String> normalizationAfter(String name, Layer layer) {
        boolean foldable = layer instanceof ConvolutionLayer
                && !(layer instanceof Deconvolution2D)
                && activation(layer) instanceof ActivationIdentity
                && !wanted.contains(name);
        List<String> readers = network.getConfiguration().getVertexInputs().entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
        if (!foldable || readers.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(readers.get(0))
                .filter(reader -> network.getVertex(reader).hasLayer()
                        && Frozen.thawed(network.getLayer(reader).conf().getLayer()) instanceof BatchNormalization);
    }

    private ChannelScale scale(String name) {
        Layer layer = Frozen.thawed(network.getLayer(name).conf().getLayer());
        return ChannelScale.of((BatchNormalization) layer, parameters(name));
    }

    private Map<String, INDArray> parameters(String name) {
        return network.getLayer(name).paramTable();
    }

    private GraphVertex configuration(String name) {
        GraphVertex vertex = network.getConfiguration().getVertices().get(name);
        if (vertex == null) {
            throw new ModelFileException(Reason.UNSUPPORTED, "the network has no vertex '" + name + "'");
        }
        return vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex;
    }

    private List<String> inputs(String name) {
        return network.getConfiguration().getVertexInputs().getOrDefault(name, List.of());
    }

    private static IActivation activation(Layer layer) {
        // DL4J 1.0.0-M2.1 lets these two have an activation, and ignores it.
        boolean ignored = layer instanceof BatchNormalization || layer instanceof DropoutLayer;
        if (layer instanceof BaseLayer base && !ignored) {
            return base.getActivationFn();
        }
        return layer instanceof ActivationLayer activation ? activation.getActivationFn() : new ActivationIdentity();
    }
}
