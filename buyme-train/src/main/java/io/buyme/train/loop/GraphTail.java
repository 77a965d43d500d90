package io.buyme.train.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** The part of a graph behind some of its vertices, so that what is before can be computed elsewhere. */
public final class GraphTail {

    private final ComputationGraphConfiguration whole;
    private final List<String> cuts;
    private final List<InputType> types = new ArrayList<>();
    private final Set<String> behind = new LinkedHashSet<>();

    /**
     * Cuts a graph.
     *
     * @param graph complete but for what {@code input} says
     * @param input the type of its only input
     * @param cuts the vertices behind which the tail begins
     * @throws IllegalArgumentException if there is no such vertex, or some path from the input goes around them
     */
    public GraphTail(GraphBuilder graph, InputType input, List<String> cuts) {
        this.whole = graph.setInputTypes(input).build();
        this.cuts = List.copyOf(cuts);
        Map<String, InputType> all = whole.getLayerActivationTypes(input);
        for (String cut : cuts) {
            if (!whole.getVertices().containsKey(cut)) {
                throw new IllegalArgumentException("the graph has no vertex '%s' to train from; it has %s"
                        .formatted(cut, whole.getVertices().keySet()));
            }
            types.add(Objects.requireNonNull(all.get(cut), cut));
        }
        whole.getNetworkOutputs().forEach(this::collect);
    }

    private void collect(String vertex) {
        if (cuts.contains(vertex) || behind.contains(vertex)) {
            return;
        }
        if (whole.getNetworkInputs().contains(vertex)) {
            throw new IllegalArgumentException("not all paths through the graph lead through " + cuts);
        }
        inputs(vertex).forEach(this::collect);
        behind.add(vertex);
    }

    /** Returns the vertices that the tail takes as inputs. */
    public List<String> cuts() {
        return cuts;
    }

    /** Returns the types of what the cut vertices give. */
    public List<InputType> inputTypes() {
        return List.copyOf(types);
    }

    /** Adds the layers of the tail to a graph that has inputs of the cut vertices' names. */
    public void addTo(GraphBuilder graph) {
        for (String name : behind) {
            GraphVertex vertex = Objects.requireNonNull(whole.getVertices().get(name), name);
            String[] inputs = inputs(name).toArray(String[]::new);
            if (vertex instanceof LayerVertex layer) {
                graph.addLayer(name, layer.getLayerConf().getLayer(), layer.getPreProcessor(), inputs);
            } else {
                graph.addVertex(name, vertex, inputs);
            }
        }
    }

    /** Returns the vertices that give the graph's results. */
    public List<String> outputs() {
        return whole.getNetworkOutputs();
    }

    private List<String> inputs(String vertex) {
        return whole.getVertexInputs().getOrDefault(vertex, List.of());
    }
}
