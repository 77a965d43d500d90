package io.buyme.train.onnx;

import io.buyme.train.onnx.ModelFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/**
 * The weights of an ONNX file, as starting weights for a network. Safe for concurrent use; the file is closed after
 * {@link #read}.
 */
public final class OnnxWeights {

    private final Path file;
    private final List<WeightedNode> nodes;

    private OnnxWeights(Path file, List<WeightedNode> nodes) {
        this.file = file;
        this.nodes = List.copyOf(nodes);
    }

    /**
     * Reads the initialisers of convolutions, dense layers and batch normalisations: 16, 32 or 64 bit floats, raw,
     * typed, or in files beside the model.
     *
     * @throws ModelFileException if the file is no ONNX model, or its external data is missing
     */
    public static OnnxWeights read(Path file) {
        return new OnnxWeights(file, WeightedNodes.of(parse(file).getGraph(), new TensorReader(file)));
    }

    /** Returns the names of the nodes that have weights, in the order of computation. */
    public List<String> names() {
        return nodes.stream().map(WeightedNode::name).toList();
    }

    /** Tells whether there are weights of a layer of this name. */
    public boolean has(String layer) {
        return named(layer).isPresent();
    }

    /**
     * Copies weights into the layers of the same name. A name is that of the node, or what is before {@code .weight},
     * {@code .w}, {@code _W} or {@code /kernel} in the name of its weight.
     *
     * @return which layers were filled, and which keep the weights they had
     * @throws ModelFileException if no name fits, or a weight has another shape than its layer; layers before it may
     *     have been filled
     */
    public Transfer into(ComputationGraph graph) {
        List<String> filled = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (String name : weightedLayers(graph)) {
            Optional<WeightedNode> node = named(name);
            node.ifPresent(found -> parameters(graph, name).copyFrom(found));
            (node.isPresent() ? filled : kept).add(name);
        }
        if (filled.isEmpty()) {
            throw new ModelFileException(
                    Reason.WRONG_SHAPE,
                    file + " has weights " + names() + ", the network has layers " + kept
                            + ": no name fits; give the layers to fill in the order of the file");
        }
        return new Transfer(filled, kept);
    }

    /**
     * Copies weights into the given layers: by name if the file knows the first one's, else the first weights of the
     * file into the first layer, and so on. The file may have more.
     *
     * @param layers the layers to fill, in the order of computation, as from {@code Backbone.layers()}
     * @return which layers were filled, and which keep the weights they had
     * @throws ModelFileException if the file has too few weights, or one of another shape than its layer
     */
    public Transfer into(ComputationGraph graph, List<String> layers) {
        boolean byName = !layers.isEmpty() && named(layers.get(0)).isPresent();
        if (!byName && nodes.size() < layers.size()) {
            throw new ModelFileException(
                    Reason.WRONG_SHAPE, file + " has weights for " + nodes.size() + " layers, wanted " + layers.size());
        }
        List<WeightedNode> sources = byName
                ? layers.stream()
                        .map(name -> named(name).orElseThrow(() -> lacks(name)))
                        .toList()
                : nodes;
        for (int i = 0; i < layers.size(); i++) {
            parameters(graph, layers.get(i)).copyFrom(sources.get(i));
        }
        List<String> kept = new ArrayList<>(weightedLayers(graph));
        kept.removeAll(layers);
        return new Transfer(layers, kept);
    }

    private ModelFileException lacks(String layer) {
        return new ModelFileException(Reason.WRONG_SHAPE, file + " has no weights for layer '" + layer + "'");
    }

    private Optional<WeightedNode> named(String name) {
        return nodes.stream().filter(node -> node.names().contains(name)).findFirst();
    }

    private static LayerParameters parameters(ComputationGraph graph, String name) {
        Layer layer = graph.getLayer(name);
        if (layer == null) {
            throw new IllegalArgumentException("the network has no layer '" + name + "'");
        }
        return new LayerParameters(name, Frozen.thawed(layer.conf().getLayer()), layer.paramTable());
    }

    private static List<String> weightedLayers(ComputationGraph graph) {
        List<String> names = new ArrayList<>();
        for (Layer layer : graph.getLayers()) {
            if (layer.numParams() > 0 || Frozen.thawed(layer.conf().getLayer()) instanceof BatchNormalization) {
                names.add(layer.conf().getLayer().getLayerName());
            }
        }
        return names;
    }

    static ModelProto parse(Path file) {
        ModelProto model;
        try (InputStream in = Files.newInputStream(file)) {
            model = ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new ModelFileException(Reason.NOT_A_MODEL, file + " is no ONNX model, or ends early", e);
        } catch (IOException e) {
            throw new ModelFileException(Reason.UNREADABLE, "cannot read " + file, e);
        }
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new ModelFileException(Reason.NOT_A_MODEL, file + " is no ONNX model: it has no graph");
        }
        return model;
    }

    /**
     * What became of the layers of a network that have weights.
     *
     * @param filled the layers with weights from the file
     * @param kept the layers that keep the weights they had
     */
    public record Transfer(List<String> filled, List<String> kept) {

        /** Copies its arguments. */
        public Transfer {
            filled = List.copyOf(filled);
            kept = List.copyOf(kept);
        }
    }
}
