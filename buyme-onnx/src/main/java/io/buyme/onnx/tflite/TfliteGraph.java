package io.buyme.onnx.tflite;

import java.util.List;

/**
 * A network: what the format calls a subgraph.
 *
 * @param tensors all values, by their numbers
 * @param operators in the order in which they run
 * @param inputs numbers of the tensors that are given
 * @param outputs numbers of the tensors that are wanted
 */
record TfliteGraph(
        List<TfliteTensor> tensors, List<TfliteOperator> operators, List<Integer> inputs, List<Integer> outputs) {

    TfliteGraph {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    TfliteTensor tensor(int number) {
        if (number < 0 || number >= tensors.size()) {
            throw new TfliteException("there is no tensor %d, there are %d".formatted(number, tensors.size()));
        }
        return tensors.get(number);
    }

    /** Returns the number of the output of a name. */
    int output(String name) {
        return outputs.stream()
                .filter(number -> tensor(number).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TfliteException("there is no output %s; there are %s"
                        .formatted(
                                name,
                                outputs.stream()
                                        .map(number -> tensor(number).name())
                                        .toList())));
    }
}
