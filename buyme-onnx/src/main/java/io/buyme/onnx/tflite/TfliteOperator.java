package io.buyme.onnx.tflite;

import java.util.List;

/**
 * A step of a network.
 *
 * @param code which operator, as {@link TfliteOperation} names it
 * @param inputs numbers of the tensors that go in; -1 for one that is left out
 * @param outputs numbers of the tensors that it makes
 * @param options its settings
 */
record TfliteOperator(int code, List<Integer> inputs, List<Integer> outputs, FlatTable options) {

    TfliteOperation operation() {
        return TfliteOperation.of(code);
    }

    int input(int index) {
        if (index >= inputs.size()) {
            throw new TfliteException(operation() + " lacks its input number " + index);
        }
        return inputs.get(index);
    }

    int output() {
        if (outputs.size() != 1) {
            throw new TfliteException(operation() + " must have one output, has " + outputs.size());
        }
        return outputs.get(0);
    }
}
