package io.buyme.pose;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/** Runs a network on TensorFlow Lite. */
final class TfliteInterpreter implements PoseInterpreter {

    private final ModelFile file;
    private final Interpreter interpreter;
    private final Map<String, Integer> outputs;

    /** Creates an interpreter that owns the native one. */
    TfliteInterpreter(ModelFile file, Interpreter interpreter) {
        this.file = file;
        this.interpreter = interpreter;
        this.outputs = IntStream.range(0, Math.toIntExact(interpreter.outputs().capacity()))
                .boxed()
                .collect(Collectors.toMap(i -> interpreter.GetOutputName(i).getString(), Function.identity()));
    }

    @Override
    public void run(float[] input) {
        int size = length(interpreter.input_tensor(0));
        if (input.length != size) {
            throw new IllegalArgumentException(file.name() + " takes " + size + " floats, got " + input.length);
        }
        interpreter.typed_input_tensor_float(0).put(input, 0, size);
        if (interpreter.Invoke() != 0) {
            throw file.failure("TensorFlow Lite failed to run it", null);
        }
    }

    @Override
    public float[] output(String name) {
        Integer index = outputs.get(name);
        if (index == null) {
            throw file.failure("it has no output %s among %s".formatted(name, outputs.keySet()), null);
        }
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
