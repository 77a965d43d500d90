package io.buyme.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes small models in TensorFlow Lite's format, for tests: TensorFlow Lite runs them. Tensors are numbered as they are
 * added. Nothing is checked, so tests of errors can have files that make no sense. For one thread.
 *
 * <pre>{@code
 * TfliteFile file = new TfliteFile();
 * int x = file.tensor("x", 1, 4);
 * int y = file.tensor("y", 1, 2, 2);
 * byte[] model = file.step(22, Map.of(), y, x, file.integers(new int[] {3}, 1, 2, 2)).toBytes(x, y);
 * }</pre>
 */
public final class TfliteFile {

    private static final byte FLOAT16 = 1;
    private static final byte INT32 = 2;
    private static final byte UINT8 = 3;

    /** Kinds of options by the number of the operator, where TensorFlow Lite needs to know them. */
    private static final Map<Integer, Byte> OPTION_KINDS =
            Map.of(3, (byte) 1, 4, (byte) 2, 22, (byte) 17, 53, (byte) 37);

    private static final int LARGEST = 1 << 20;
    private static final int ALIGNMENT = 4;

    private final List<Object> tensors = new ArrayList<>();
    private final List<Object> operators = new ArrayList<>();
    private final List<Object> codes = new ArrayList<>();
    private final List<Object> buffers = new ArrayList<>(List.of(Map.of()));

    /** Starts a file without anything in it. */
    public TfliteFile() {}

    /** Adds floats that are computed or given; returns the number of the tensor. */
    public int tensor(String name, int... shape) {
        return add(Map.of(0, shape, 3, name));
    }

    /** Adds unsigned bytes that are computed or given; returns the number of the tensor. */
    public int unsignedBytes(String name, int... shape) {
        return add(Map.of(0, shape, 1, UINT8, 3, name));
    }

    /** Adds 32-bit integers that are computed or given; returns the number of the tensor. */
    public int wholeNumbers(String name, int... shape) {
        return add(Map.of(0, shape, 1, INT32, 3, name));
    }

    /** Adds a constant of floats, in C order; returns the number of the tensor. */
    public int floats(int[] shape, float... values) {
        byte[] data = new byte[values.length * Float.BYTES];
        littleEndian(data).asFloatBuffer().put(values);
        return constant(shape, (byte) 0, data, Map.of());
    }

    /** Adds a constant of 32-bit integers; returns the number of the tensor. */
    public int integers(int[] shape, int... values) {
        byte[] data = new byte[values.length * Integer.BYTES];
        littleEndian(data).asIntBuffer().put(values);
        return constant(shape, INT32, data, Map.of());
    }

    /** Adds a constant of 16-bit floats, given by their bits; returns the number of the tensor. */
    public int halves(int[] shape, int... bits) {
        return constant(shape, FLOAT16, shorts(bits), Map.of());
    }

    /** Adds a sparse matrix of 16-bit floats with 8-bit indices; returns the number of the tensor. */
    public int sparseHalves(int rows, int columns, int[] segments, int[] indices, int... bits) {
        Map<Integer, Object> all = Map.of(1, rows);
        Map<Integer, Object> listed = Map.of(
                0, (byte) 1, 2, (byte) 3, 3, Map.of(0, bytes(segments)), 4, (byte) 3, 5, Map.of(0, bytes(indices)));
        Map<Integer, Object> one = Map.of(1, 1);
        Map<Integer, Object> sparsity = Map.of(0, new int[] {0, 1, 2, 3}, 2, List.of(all, one, one, listed));
        return constant(new int[] {rows, 1, 1, columns}, FLOAT16, shorts(bits), Map.of(6, sparsity));
    }

    private int constant(int[] shape, byte type, byte[] data, Map<Integer, Object> more) {
        buffers.add(Map.of(0, data));
        Map<Integer, Object> tensor = new TreeMap<>(more);
        tensor.putAll(Map.of(0, shape, 1, type, 2, buffers.size() - 1, 3, "constant" + tensors.size()));
        return add(tensor);
    }

    private int add(Map<Integer, Object> tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /**
     * Adds a step of the operator with a number in TensorFlow Lite's schema.
     *
     * @param options its settings by the number of the field: Integer, Byte, int[], text or a Map
     * @return this
     */
    public TfliteFile step(int code, Map<Integer, Object> options, int output, int... inputs) {
        codes.add(Map.of(0, (byte) code));
        byte kind = OPTION_KINDS.getOrDefault(code, (byte) 0);
        operators.add(Map.of(0, codes.size() - 1, 1, inputs, 2, new int[] {output}, 3, kind, 4, options));
        return this;
    }

    /**
     * Returns the content of the file.
     *
     * @param input number of the tensor that is given
     * @param output number of the tensor that is wanted
     */
    public byte[] toBytes(int input, int output) {
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

        private final ByteBuffer out = littleEndian(new byte[LARGEST]);

        /** Returns where the value begins. */
        int write(Object value) {
            if (value instanceof Map<?, ?> fields) {
                return table(fields);
            }
            align();
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
                // Texts end with a zero that is not counted.
                out.putInt(bytes.length).put(bytes).put((byte) 0);
            }
            return start;
        }

        private int table(Map<?, ?> fields) {
            int count = fields.keySet().stream()
                    .mapToInt(key -> (Integer) key + 1)
                    .max()
                    .orElse(0);
            align();
            // The table behind the list of its fields is to be aligned, too.
            out.position(out.position() + (count % 2 == 0 ? 0 : Short.BYTES));
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

        private void align() {
            out.position((out.position() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
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
