package io.buyme.onnx.graph;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Writes ONNX models, with neither a training library nor generated code:
 *
 * <pre>{@code
 * byte[] doubling = new OnnxGraph()
 *         .input("x", ElementType.FLOAT, -1, 3)
 *         .initializer("two", new long[] {1}, 2)
 *         .node("Mul", List.of("x", "two"), "y")
 *         .output("y", ElementType.FLOAT, -1, 3)
 *         .toBytes();
 * }</pre>
 *
 * <p>Nothing is checked: a graph that makes no sense is written as it is, which is what tests of errors want. The format
 * is that of the ONNX specification, IR version 8, operator set 13. Not safe for concurrent use.
 */
public final class OnnxGraph {

    private static final int IR_VERSION = 8;
    private static final int OPERATOR_SET = 13;
    private static final int STORED_ELSEWHERE = 1;

    private final ProtobufWriter graph = new ProtobufWriter().text(2, "graph");
    private final ProtobufWriter metadata = new ProtobufWriter();

    /** Starts a graph without anything in it. */
    public OnnxGraph() {}

    /** What the elements of a tensor are, with the number that ONNX gives to it. */
    public enum ElementType {
        /** 32-bit floating point. */
        FLOAT(1),
        /** Unsigned byte. */
        UINT8(2),
        /** 32-bit integer. */
        INT32(6),
        /** 64-bit integer. */
        INT64(7),
        /** Text. */
        STRING(8),
        /** True or false. */
        BOOL(9),
        /** 16-bit floating point. */
        FLOAT16(10),
        /** 64-bit floating point. */
        DOUBLE(11);

        private final int number;

        ElementType(int number) {
            this.number = number;
        }

        /** Returns the number by which ONNX knows this type, as the attribute {@code to} of {@code Cast} wants it. */
        public int number() {
            return number;
        }
    }

    /** A setting of a node. */
    public static final class Attribute {

        private final ProtobufWriter message;

        private Attribute(String name, int type) {
            message = new ProtobufWriter().text(1, requireNonNull(name, "name")).integer(20, type);
        }

        /** Returns a setting that is a number with a fraction. */
        public static Attribute decimal(String name, float value) {
            Attribute attribute = new Attribute(name, 1);
            attribute.message.decimal(2, value);
            return attribute;
        }

        /** Returns a setting that is a whole number. */
        public static Attribute integer(String name, long value) {
            Attribute attribute = new Attribute(name, 2);
            attribute.message.integer(3, value);
            return attribute;
        }

        /** Returns a setting that is a text. */
        public static Attribute text(String name, String value) {
            Attribute attribute = new Attribute(name, 3);
            attribute.message.text(4, value);
            return attribute;
        }

        /** Returns a setting that is a list of whole numbers. */
        public static Attribute integers(String name, long... values) {
            Attribute attribute = new Attribute(name, 7);
            for (long value : values) {
                attribute.message.integer(8, value);
            }
            return attribute;
        }
    }

    /** Adds an input of the graph; -1 stands for a size that is free. */
    public OnnxGraph input(String name, ElementType type, long... shape) {
        graph.message(11, valueInfo(name, type, shape));
        return this;
    }

    /** Adds an output of the graph, which a node must make; -1 stands for a size that is free. */
    public OnnxGraph output(String name, ElementType type, long... shape) {
        graph.message(12, valueInfo(name, type, shape));
        return this;
    }

    /** Adds a constant of 32-bit floats, in C order. */
    public OnnxGraph initializer(String name, long[] shape, float... values) {
        byte[] data = new byte[values.length * Float.BYTES];
        littleEndian(data).asFloatBuffer().put(values);
        return initializer(name, ElementType.FLOAT, shape, data);
    }

    /** Adds a constant whose elements, of a type with a fixed size, are given as they are stored: little-endian, in C order. */
    public OnnxGraph initializer(String name, ElementType type, long[] shape, byte[] data) {
        graph.message(5, tensor(name, type, shape).bytes(9, data));
        return this;
    }

    /** Adds a constant of 16-bit floats, rounded from these values, in C order. */
    public OnnxGraph halfInitializer(String name, long[] shape, float... values) {
        byte[] data = new byte[values.length * Short.BYTES];
        ByteBuffer halves = littleEndian(data);
        for (float value : values) {
            halves.putShort(half(value));
        }
        return initializer(name, ElementType.FLOAT16, shape, data);
    }

    /** Adds a list of 64-bit integers, such as the shape that {@code Reshape} wants. */
    public OnnxGraph integers(String name, long... values) {
        byte[] data = new byte[values.length * Long.BYTES];
        littleEndian(data).asLongBuffer().put(values);
        return initializer(name, ElementType.INT64, new long[] {values.length}, data);
    }

    /**
     * Adds a constant of 32-bit floats whose values are in a file of their own.
     *
     * @param location path of that file relative to the model's folder; it starts with the values, little-endian
     */
    public OnnxGraph externalInitializer(String name, String location, long... shape) {
        graph.message(
                5,
                tensor(name, ElementType.FLOAT, shape)
                        .message(13, entry("location", location))
                        .integer(14, STORED_ELSEWHERE));
        return this;
    }

    /** Adds a node with one output. */
    public OnnxGraph node(String operator, List<String> inputs, String output, Attribute... attributes) {
        return node(operator, inputs, List.of(output), attributes);
    }

    /** Adds a node. Nodes are added in the order in which they run. */
    public OnnxGraph node(String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        ProtobufWriter node = new ProtobufWriter();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        node.text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message);
        }
        graph.message(1, node);
        return this;
    }

    /** Adds an entry of the model's own metadata. */
    public OnnxGraph metadata(String key, String value) {
        metadata.message(14, entry(key, value));
        return this;
    }

    /** Returns the model as the content of an {@code .onnx} file. */
    public byte[] toBytes() {
        ProtobufWriter operators = new ProtobufWriter().text(1, "").integer(2, OPERATOR_SET);
        return new ProtobufWriter()
                .integer(1, IR_VERSION)
                .text(2, "buyme")
                .message(7, graph)
                .message(8, operators)
                .fields(metadata)
                .toBytes();
    }

    private static ProtobufWriter tensor(String name, ElementType type, long... shape) {
        ProtobufWriter tensor = new ProtobufWriter();
        for (long size : shape) {
            tensor.integer(1, size);
        }
        return tensor.integer(2, type.number).text(8, requireNonNull(name, "name"));
    }

    private static ProtobufWriter valueInfo(String name, ElementType type, long... shape) {
        ProtobufWriter sizes = new ProtobufWriter();
        for (int axis = 0; axis < shape.length; axis++) {
            ProtobufWriter size = new ProtobufWriter();
            // Equal names of free sizes would promise equal sizes.
            sizes.message(1, shape[axis] < 0 ? size.text(2, name + axis) : size.integer(1, shape[axis]));
        }
        ProtobufWriter tensorType = new ProtobufWriter().integer(1, type.number).message(2, sizes);
        return new ProtobufWriter()
                .text(1, requireNonNull(name, "name"))
                .message(2, new ProtobufWriter().message(1, tensorType));
    }

    private static ProtobufWriter entry(String key, String value) {
        return new ProtobufWriter().text(1, key).text(2, value);
    }

    private static ByteBuffer littleEndian(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Rounds to the nearest half of IEEE 754; what is too small becomes 0 and what is too large infinite. */
    private static short half(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int rounded = (bits & 0x7FFFFFFF) + 0x1000;
        if (rounded >= 0x47800000) {
            return (short) (sign | 0x7C00);
        }
        return (short) (rounded < 0x38800000 ? sign : sign | ((rounded - 0x38000000) >>> 13));
    }
}
