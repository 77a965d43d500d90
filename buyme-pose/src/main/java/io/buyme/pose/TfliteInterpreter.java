package io.buyme.pose;

import io.buyme.onnx.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/** Runs a network on TensorFlow Lite. */
final class TfliteInterpreter implements PoseInterpreter {

    private static final int LARGEST_BYTE = 255;

    private final ModelFile file;
    private final Interpreter interpreter;
    private final TensorSpec input;
    private final List<TensorSpec> outputs;

    /** Creates an interpreter that owns the native one. */
    TfliteInterpreter(ModelFile file, Interpreter interpreter) {
        this.file = file;
        this.interpreter = interpreter;
        this.input = spec(interpreter.input_tensor(0));
        this.outputs = IntStream.range(0, Math.toIntExact(interpreter.outputs().capacity()))
                .mapToObj(i -> spec(interpreter.output_tensor(i)))
                .toList();
    }

    private static TensorSpec spec(TfLiteTensor tensor) {
        TfLiteIntArray sizes = tensor.dims();
        return new TensorSpec(
                tensor.name().getString(),
                tensorflowlite.TfLiteTypeGetName(tensor.type()).getString(),
                IntStream.range(0, sizes.size())
                        .mapToObj(axis -> (long) sizes.data(axis))
                        .toList());
    }

    @Override
    public TensorSpec input() {
        return input;
    }

    @Override
    public List<TensorSpec> outputs() {
        return outputs;
    }

    @Override
    public void run(float[] values) {
        long size = input.shape().stream().reduce(1L, Math::multiplyExact);
        if (values.length != size) {
            throw new IllegalArgumentException(file.name() + " takes " + size + " values, got " + values.length);
        }
        switch (interpreter.input_tensor(0).type()) {
            case tensorflowlite.kTfLiteFloat32 ->
                interpreter.typed_input_tensor_float(0).put(values, 0, values.length);
            case tensorflowlite.kTfLiteInt32 ->
                interpreter.typed_input_tensor_int(0).put(wholeNumbers(values), 0, values.length);
            case tensorflowlite.kTfLiteUInt8 ->
                interpreter.input_tensor(0).data().uint8().put(unsignedBytes(values), 0, values.length);
            default -> throw file.failure("no picture can be given to its input " + input, null);
        }
        if (interpreter.Invoke() != 0) {
            throw file.failure("TensorFlow Lite failed to run it", null);
        }
    }

    private static int[] wholeNumbers(float[] values) {
        return IntStream.range(0, values.length).map(i -> Math.round(values[i])).toArray();
    }

    private static byte[] unsignedBytes(float[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(LARGEST_BYTE, Math.round(values[i])));
        }
        return bytes;
    }

    @Override
    public float[] output(String name) {
        int index = outputs.stream().map(TensorSpec::name).toList().indexOf(name);
        if (index < 0) {
            throw file.failure("it has no output %s among %s".formatted(name, outputs), null);
        }
        TfLiteTensor tensor = interpreter.output_tensor(index);
        if (tensor.type() != tensorflowlite.kTfLiteFloat32) {
            throw file.failure("floats are wanted of its output " + outputs.get(index), null);
        }
        float[] values = new float[Math.toIntExact(tensor.bytes() / Float.BYTES)];
        interpreter.typed_output_tensor_float(index).get(values, 0, values.length);
        return file.requireNumbers(name, values);
    }

    @Override
    public void close() {
        interpreter.close();
    }
}
