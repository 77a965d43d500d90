package io.buyme.onnx.tflite;

import io.buyme.onnx.graph.OnnxGraph.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The elements of a tensor that is known beforehand, such as a weight. They are moved about, never computed with: what
 * is stored as 16-bit floats stays exactly that.
 *
 * @param type of the elements
 * @param shape size of each axis
 * @param data all elements in C order, little-endian
 */
record Constant(ElementType type, List<Integer> shape, ByteBuffer data) {

    private static final int MAX_ELEMENTS = 1 << 24;

    Constant {
        shape = List.copyOf(shape);
        if (data.remaining() != elements(shape) * width(type)) {
            throw new TfliteException("a constant of shape %s takes %d bytes, the file has %d"
                    .formatted(shape, elements(shape) * width(type), data.remaining()));
        }
    }

    static Constant of(TfliteTensor tensor) {
        ElementType type = elementType(tensor);
        int elements = elements(tensor.shape());
        ByteBuffer data = tensor.sparsity()
                .map(sparsity -> sparsity.dense(tensor.data(), width(type), tensor.shape(), elements))
                .orElse(tensor.data());
        return new Constant(type, tensor.shape(), data);
    }

    private static ElementType elementType(TfliteTensor tensor) {
        return switch (tensor.type()) {
            case TfliteTensor.FLOAT32 -> ElementType.FLOAT;
            case TfliteTensor.FLOAT16 -> ElementType.FLOAT16;
            case TfliteTensor.INT32 -> ElementType.INT32;
            default ->
                throw new TfliteException(
                        "constant %s has elements of type %d; floats and 32-bit integers can be converted"
                                .formatted(tensor.name(), tensor.type()));
        };
    }

    private static int width(ElementType type) {
        return type == ElementType.FLOAT16 ? Short.BYTES : Integer.BYTES;
    }

    private static int elements(List<Integer> shape) {
        long elements = 1;
        for (int size : shape) {
            elements *= size;
            if (size < 0 || elements > MAX_ELEMENTS) {
                throw new TfliteException("a constant cannot have the shape " + shape);
            }
        }
        return (int) elements;
    }

    /** Returns the whole numbers. */
    List<Integer> integers() {
        if (type != ElementType.INT32) {
            throw new TfliteException("whole numbers are wanted, found " + type);
        }
        return IntStream.range(0, data.remaining() / Integer.BYTES)
                .mapToObj(i -> data.getInt(i * Integer.BYTES))
                .toList();
    }

    /** Returns the same elements with the axes in another order. */
    Constant transposed(List<Integer> axes) {
        if (axes.size() != shape.size()) {
            throw new TfliteException("%d axes are wanted, found the shape %s".formatted(axes.size(), shape));
        }
        List<Integer> newShape = axes.stream().map(shape::get).toList();
        int[] steps = new int[axes.size()];
        for (int axis = 0; axis < steps.length; axis++) {
            steps[axis] = elements(shape.subList(axes.get(axis) + 1, shape.size()));
        }
        int width = width(type);
        ByteBuffer moved = ByteBuffer.allocate(data.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        for (int to = 0, count = elements(shape); to < count; to++) {
            int from = 0;
            for (int axis = steps.length - 1, rest = to; axis >= 0; axis--) {
                from += rest % newShape.get(axis) * steps[axis];
                rest /= newShape.get(axis);
            }
            moved.put(to * width, data, from * width, width);
        }
        return new Constant(type, newShape, moved);
    }

    /** Returns a copy of the elements as they are stored. */
    byte[] toBytes() {
        byte[] bytes = new byte[data.remaining()];
        data.get(data.position(), bytes);
        return bytes;
    }
}
