package io.buyme.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import io.buyme.onnx.OnnxModelException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Between our tensors and those of ONNX Runtime, whatever the type of their elements. */
final class OrtTensors {

    private OrtTensors() {}

    /** Returns a native tensor of the declared type, to be closed by the caller. The values must outlive it. */
    static OnnxTensor toNative(OrtEnvironment environment, Tensor tensor, TensorSpec spec) throws OrtException {
        FloatBuffer values = tensor.values();
        long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
        return switch (spec.type()) {
            case "FLOAT" -> OnnxTensor.createTensor(environment, values, shape);
            case "DOUBLE" -> OnnxTensor.createTensor(environment, doubles(values), shape);
            case "INT64" -> OnnxTensor.createTensor(environment, longs(values), shape);
            case "INT32" -> OnnxTensor.createTensor(environment, integers(values), shape);
            case "UINT8" -> OnnxTensor.createTensor(environment, bytes(values), shape, OnnxJavaType.UINT8);
            default ->
                throw new OnnxModelException(
                        Reason.UNSUPPORTED_TYPE,
                        "input %s cannot be given as floats; what can be is FLOAT, DOUBLE, INT64, INT32 and UINT8"
                                .formatted(spec));
        };
    }

    /** Returns a copy that does not depend on native memory. */
    static Tensor fromNative(String name, OnnxValue value) {
        if (!(value instanceof OnnxTensor tensor)) {
            throw unsupported(name, value.getType().toString());
        }
        TensorInfo info = tensor.getInfo();
        FloatBuffer floats =
                switch (info.type) {
                    case FLOAT, FLOAT16, BFLOAT16 -> tensor.getFloatBuffer();
                    case DOUBLE -> floats(tensor.getDoubleBuffer());
                    case INT64 -> floats(tensor.getLongBuffer());
                    case INT32 -> floats(tensor.getIntBuffer());
                    case UINT8 -> floats(tensor.getByteBuffer(), 0xFF);
                    case INT8, BOOL -> floats(tensor.getByteBuffer(), -1);
                    default -> throw unsupported(name, info.type.toString());
                };
        return Tensor.over(floats, info.getShape());
    }

    private static DoubleBuffer doubles(FloatBuffer values) {
        double[] doubles = new double[values.remaining()];
        Arrays.setAll(doubles, values::get);
        return DoubleBuffer.wrap(doubles);
    }

    private static LongBuffer longs(FloatBuffer values) {
        long[] longs = new long[values.remaining()];
        Arrays.setAll(longs, i -> (long) values.get(i));
        return LongBuffer.wrap(longs);
    }

    private static IntBuffer integers(FloatBuffer values) {
        int[] integers = new int[values.remaining()];
        Arrays.setAll(integers, i -> (int) values.get(i));
        return IntBuffer.wrap(integers);
    }

    /** Rounds to the nearest byte; what is below 0 becomes 0, what is above 255 becomes that. */
    private static ByteBuffer bytes(FloatBuffer values) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(values.remaining()).order(ByteOrder.nativeOrder());
        for (int i = 0; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) Math.round(Math.min(255, Math.max(0, values.get(i)))));
        }
        return bytes;
    }

    private static FloatBuffer floats(DoubleBuffer values) {
        return floats(values.remaining(), values::get);
    }

    private static FloatBuffer floats(LongBuffer values) {
        return floats(values.remaining(), values::get);
    }

    private static FloatBuffer floats(IntBuffer values) {
        return floats(values.remaining(), values::get);
    }

    private static FloatBuffer floats(ByteBuffer values, int bits) {
        return floats(values.remaining(), i -> values.get(i) & bits);
    }

    private static FloatBuffer floats(int size, IntToDoubleFunction value) {
        FloatBuffer floats = FloatBuffer.allocate(size);
        for (int i = 0; i < size; i++) {
            floats.put(i, (float) value.applyAsDouble(i));
        }
        return floats;
    }

    private static OnnxModelException unsupported(String name, String type) {
        return new OnnxModelException(
                Reason.UNSUPPORTED_TYPE,
                "output '%s' is of type %s, which cannot be read as floats; ask for other outputs"
                        .formatted(name, type));
    }
}
