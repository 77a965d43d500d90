package io.buyme.pose;

import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/** Runs one model with one input of floats. For one thread at a time. */
final class TfliteInterpreter implements AutoCloseable {

    private final String name;
    private final Interpreter interpreter;

    TfliteInterpreter(String name, Interpreter interpreter) {
        this.name = name;
        this.interpreter = interpreter;
    }

    /** Runs the model; its outputs can be read until the next run. */
    void run(float[] input) {
        int size = length(interpreter.input_tensor(0));
        if (input.length != size) {
            throw new IllegalArgumentException(name + " takes " + size + " floats, got " + input.length);
        }
        interpreter.typed_input_tensor_float(0).put(input, 0, size);
        if (interpreter.Invoke() != 0) {
            throw TfliteModel.failure(name, "TensorFlow Lite failed to run it", null);
        }
    }

    /** Returns a copy of an output of the last run, flattened. */
    float[] output(int index) {
        float[] values = new float[length(interpreter.output_tensor(index))];
        interpreter.typed_output_tensor_float(index).get(values, 0, values.length);
        return values;
    }

    private static int length(TfLiteTensor tensor) {
        return Math.toIntExact(tensor.bytes() / Float.BYTES);
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
