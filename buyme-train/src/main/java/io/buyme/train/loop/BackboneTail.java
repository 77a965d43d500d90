package io.buyme.train.loop;

import io.buyme.train.net.Backbone;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** The layers of a backbone behind one of its vertices, so that what is before can be computed elsewhere. */
final class BackboneTail {

    private final GraphTail tail;
    private final String features;

    /**
     * Cuts a backbone.
     *
     * @param from the vertex behind which the tail begins
     * @throws IllegalArgumentException if there is no such vertex, or some layers go around it
     */
    BackboneTail(Backbone backbone, String from, int size) {
        GraphBuilder whole = new NeuralNetConfiguration.Builder().graphBuilder().addInputs(EmbedderNetwork.IMAGE);
        features = backbone.addTo(whole, EmbedderNetwork.IMAGE);
        tail = new GraphTail(whole.setOutputs(features), backbone.inputType(size), List.of(from));
    }

    /** Returns the type of what the vertex gives. */
    InputType inputType() {
        return tail.inputTypes().get(0);
    }

    /** Returns the number of values that the vertex gives for each picture. */
    int inputLength() {
        return Math.toIntExact(inputType().arrayElementsPerExample());
    }

    /** Adds the tail to a graph that has an input of the vertex's name; returns the last vertex. */
    String addTo(GraphBuilder graph) {
        tail.addTo(graph);
        return features;
    }
}
