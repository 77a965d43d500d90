package io.buyme.train.rcnn;

import io.buyme.train.objective.RowLoss;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A small network on top of the features.
 *
 * @param graph with one input
 * @param input type of a row of the input
 * @param losses in the order of the graph's outputs
 * @param results the vertices whose values say what was found, in the order of the graph's outputs
 */
record Head(
        ComputationGraph graph, InputType.InputTypeConvolutional input, List<RowLoss> losses, List<String> results) {

    Head {
        losses = List.copyOf(losses);
        results = List.copyOf(results);
    }

    static Head of(GraphBuilder builder, InputType input, List<RowLoss> losses, List<String> results) {
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        graph.initGradientsView();
        return new Head(graph, (InputType.InputTypeConvolutional) input, losses, results);
    }

    /** Returns the number of values of a row of the input. */
    int inputLength() {
        return Math.toIntExact(input.arrayElementsPerExample());
    }
}
