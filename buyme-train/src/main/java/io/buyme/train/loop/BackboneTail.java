package io.buyme.train.loop;

import io.buyme.train.net.Backbone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** The layers of a backbone behind one of its vertices, so that what is before can be computed elsewhere. */
final class BackboneTail {

    private final GraphBuilder whole;
    private final String features;
    private final String from;
    private final InputType type;

    /**
     * Cuts a backbone.
     *
     * @param from the vertex behind which the tail begins
     * @throws IllegalArgumentException if there is no such vertex, or some layers go around it
     */
    BackboneTail(Backbone backbone, String from, int size) {
        this.from = from;
        whole = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs(EmbedderNetwork.IMAGE)
                .setInputTypes(backbone.inputType(size));
        features = backbone.addTo(whole, EmbedderNetwork.IMAGE);
        if (!whole.getVertices().containsKey(from)) {
            throw new IllegalArgumentException("the backbone has no vertex '%s' to train from; it has %s"
                    .formatted(from, whole.getVertices().keySet()));
        }
        whole.setOutputs(features);
        ComputationGraphConfiguration configuration = whole.build();
        type = Objects.requireNonNull(
                configuration.getLayerActivationTypes(backbone.inputType(size)).get(from), from);
    }

    /** Returns the type of what {@link #from} gives. */
    InputType inputType() {
        return type;
    }

    /** Returns the number of values that the vertex gives for each picture. */
    int inputLength() {
        return Math.toIntExact(type.arrayElementsPerExample());
    }

    /** Adds the tail to a graph that has an input of the vertex's name; returns the last vertex. */
    String addTo(GraphBuilder graph) {
        for (Map.Entry<String, GraphVertex> vertex : whole.getVertices().entrySet()) {
            String name = vertex.getKey();
            if (name.equals(from) || !isBehind(name)) {
                continue;
            }
            List<String> inputs = inputs(name);
            if (!inputs.stream().allMatch(input -> input.equals(from) || isBehind(input))) {
                throw new IllegalArgumentException("'%s' also needs layers before '%s'".formatted(name, from));
            }
            String[] names = inputs.toArray(String[]::new);
            if (vertex.getValue() instanceof LayerVertex layer) {
                graph.addLayer(name, layer.getLayerConf().getLayer(), names);
            } else {
                graph.addVertex(name, vertex.getValue(), names);
            }
        }
        return features;
    }

    private boolean isBehind(String name) {
        return inputs(name).stream().anyMatch(input -> input.equals(from) || isBehind(input));
    }

    private List<String> inputs(String name) {
        return whole.getVertexInputs().getOrDefault(name, List.of());
    }
}
