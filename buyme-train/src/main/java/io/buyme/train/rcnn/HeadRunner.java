package io.buyme.train.rcnn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes what a head says, with DL4J. */
final class HeadRunner {

    private HeadRunner() {}

    /**
     * Returns the values of the head's outputs, one after the other.
     *
     * @param rows of the input, at least one
     */
    static List<float[]> run(ComputationGraph graph, InputType input, float[] values, int rows) {
        INDArray batch = Nd4j.create(values, shape(rows, input.getShape()), 'c');
        return Arrays.stream(graph.output(false, batch))
                .map(output -> output.dup('c').data().asFloat())
                .toList();
    }

    static long[] shape(int rows, long... row) {
        return LongStream.concat(LongStream.of(rows), LongStream.of(row)).toArray();
    }
}
