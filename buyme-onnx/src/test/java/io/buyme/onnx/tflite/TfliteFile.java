package io.buyme.onnx.tflite;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes small models in TensorFlow Lite's format. Tensors are numbered as they are added. */
final class TfliteFile {

    private final List<Object> tensors = new ArrayList<>();
    private final List<Object> operators = new ArrayList<>();
    private final List<Object> codes = new ArrayList<>();
    private final List<Object> buffers = new ArrayList<>(List.of(Map.of()));

    /** Adds a value that is computed or given. */
    int tensor(String name, int... shape) {
        return add(Map.of(0, shape, 3, name));
    }

    int floats(int[] shape, float... values) {
        byte[] data = new byte[values.length * Float.BYTES];
        littleEndian(data).asFloatBuffer().put(values);
        return constant(shape, TfliteTensor.FLOAT32, data, Map.of());
    }

    int integers(int[] shape, int... values) {
        byte[] data = new byte[values.length * Integer.BYTES];
        littleEndian(data).asIntBuffer().put(values);
        return constant(shape, TfliteTensor.INT32, data, Map.of());
    }

    /** Adds a constant of 16-bit floats, given by their bits. */
    int halves(int[] shape, int... bits) {
        return constant(shape, TfliteTensor.FLOAT16, shorts(bits), Map.of());
    }

    /** Adds a sparse matrix of 16-bit floats with 8-bit indices. */
    int sparseHalves(int rows, int columns, int[] segments, int[] indices, int... bits) {
        Map<Integer, Object> all = Map.of(1, rows);
        Map<Integer, Object> listed = Map.of(
                0, (byte) 1, 2, (byte) 3, 3, Map.of(0, bytes(segments)), 4, (byte) 3, 5, Map.of(0, bytes(indices)));
        Map<Integer, Object> one = Map.of(1, 1);
        Map<Integer, Object> sparsity = Map.of(0, new int[] {0, 1, 2, 3}, 2, List.of(all, one, one, listed));
        return constant(new int[] {rows, 1, 1, columns}, TfliteTensor.FLOAT16, shorts(bits), Map.of(6, sparsity));
    }

    private int constant(int[] shape, int type, byte[] data, Map<Integer, Object> more) {
        buffers.add(Map.of(0, data));
        Map<Integer, Object> tensor = new TreeMap<>(more);
        tensor.putAll(Map.of(0, shape, 1, (byte) type, 2, buffers.size() - 1, 3, "constant" + tensors.size()));
        return add(tensor);
    }

    private int add(Map<Integer, Object> tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /** Adds a step; its options are settings by the number of the field. */
    TfliteFile step(int code, Map<Integer, Object> options, int output, int... inputs) {
        codes.add(Map.of(0, (byte) code));
        operators.add(Map.of(0, codes.size() - 1, 1, inputs, 2, new int[] {output}, 4, options));
        return this;
    }

    byte[] toBytes(int input, int output) {
        Map<Integer, Object> graph = Map.of(0, tensors, 1, new int[] {input}, 2, new int[] {output}, 3, operators);
        Writer writer = new Writer();
        writer.out.putInt(0).put("TFL3".getBytes(StandardCharsets.US_ASCII));
        writer.out.putInt(0, writer.write(Map.of(0, 3, 1, codes, 2, List.of(graph), 4, buffers)));
        return writer.toBytes();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] shorts(int... values) {
        byte[] data = new byte[values.length * Short.BYTES];
        ByteBuffer shorts = littleEndian(data);
        for (int value : values) {
            shorts.putShort((short) value);
        }
        return data;
    }

    private static byte[] bytes(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int value : values) {
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    /** Parents come before what they point to, as distances are not negative. */
    private static final class Writer {

        private final ByteBuffer out = littleEndian(new byte[1 << 16]);

        /** Returns where the value begins. */
        int write(Object value) {
            if (value instanceof Map<?, ?> fields) {
                return table(fields);
            }
            int start = out.position();
            if (value instanceof List<?> list) {
                out.putInt(list.size());
                int slots = out.position();
                out.position(slots + list.size() * Integer.BYTES);
                for (int i = 0; i < list.size(); i++) {
                    link(slots + i * Integer.BYTES, list.get(i));
                }
            } else if (value instanceof int[] numbers) {
                out.putInt(numbers.length);
                for (int number : numbers) {
                    out.putInt(number);
                }
            } else {
                byte[] bytes = value instanceof byte[] b ? b : value.toString().getBytes(StandardCharsets.UTF_8);
                out.putInt(bytes.length).put(bytes);
            }
            return start;
        }

        private int table(Map<?, ?> fields) {
            int count = fields.keySet().stream()
                    .mapToInt(key -> (Integer) key + 1)
                    .max()
                    .orElse(0);
            int list = out.position();
            out.putShort((short) (4 + 2 * count)).putShort((short) (4 + 4 * count));
            for (int i = 0; i < count; i++) {
                out.putShort((short) (fields.containsKey(i) ? 4 + 4 * i : 0));
            }
            int table = out.position();
            out.putInt(table - list).position(table + 4 + 4 * count);
            for (int i = 0; i < count; i++) {
                int slot = table + 4 + 4 * i;
                Object value = fields.get(i);
                if (value instanceof Integer number) {
                    out.putInt(slot, number);
                } else if (value instanceof Byte number) {
                    out.put(slot, number);
                } else if (value != null) {
                    link(slot, value);
                }
            }
            return table;
        }

        private void link(int slot, Object value) {
            out.putInt(slot, write(value) - slot);
        }

        byte[] toBytes() {
            byte[] bytes = new byte[out.position()];
            out.get(0, bytes);
            return bytes;
        }
    }
}
