package io.buyme.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Float values in C order (the last axis varies fastest) with a shape. It cannot be written through; safe for concurrent
 * use as long as nobody writes to a buffer that was handed to {@link #over}.
 */
public final class Tensor {

    private final FloatBuffer values;
    private final List<Long> shape;

    private Tensor(FloatBuffer values, long... shape) {
        this.values = values;
        this.shape = Arrays.stream(shape).boxed().toList();
    }

    /**
     * Returns a tensor with a copy of the values.
     *
     * @throws IllegalArgumentException if the shape asks for another number of values
     */
    public static Tensor of(float[] values, long... shape) {
        return over(buffer(values.length).put(values).flip(), shape);
    }

    /**
     * Returns a tensor over what remains in a buffer, without a copy. A buffer from {@link #buffer} goes to ONNX Runtime
     * as it is; of any other it makes a copy on each run. The caller must leave the values alone as long as the tensor
     * is in use; position and limit of the buffer are its own.
     *
     * @throws IllegalArgumentException if the shape asks for another number of values
     */
    public static Tensor over(FloatBuffer values, long... shape) {
        FloatBuffer view = values.slice().asReadOnlyBuffer();
        long wanted = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("a tensor's sizes are at least 0, got " + Arrays.toString(shape));
            }
            wanted = Math.multiplyExact(wanted, size);
        }
        if (wanted != view.remaining()) {
            throw new IllegalArgumentException(
                    "shape %s wants %d values, got %d".formatted(Arrays.toString(shape), wanted, view.remaining()));
        }
        return new Tensor(view, shape);
    }

    /** Returns a new buffer outside of the heap, in the byte order of this machine: what ONNX Runtime reads directly. */
    public static FloatBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Returns the size of each axis; empty for a single value. */
    public List<Long> shape() {
        return shape;
    }

    /** Returns the size of one axis. */
    public int size(int axis) {
        return Math.toIntExact(shape.get(axis));
    }

    /** Returns all values in C order, read-only, from position 0; each call returns a view with its own position. */
    public FloatBuffer values() {
        return values.duplicate();
    }

    /** Returns a copy of all values in C order. */
    public float[] toArray() {
        float[] copy = new float[values.remaining()];
        values().get(copy);
        return copy;
    }

    /**
     * Returns a copy of the values at one index of the first axis, such as those of one picture of a batch.
     *
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public float[] row(int index) {
        int length = IntStream.range(1, shape.size()).map(this::size).reduce(1, Math::multiplyExact);
        float[] copy = new float[length];
        values.get(Objects.checkIndex(index, size(0)) * length, copy);
        return copy;
    }

    /**
     * Returns a copy with the order along one axis reversed, such as a picture's mirror image.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public Tensor reversed(int axis) {
        int size = size(axis);
        int step = IntStream.range(axis + 1, shape.size()).map(this::size).reduce(1, Math::multiplyExact);
        float[] copy = new float[values.remaining()];
        for (int block = 0; block < copy.length; block += size * step) {
            for (int i = 0; i < size; i++) {
                values.get(block + i * step, copy, block + (size - 1 - i) * step, step);
            }
        }
        return of(copy, shape.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public String toString() {
        return "Tensor" + shape;
    }
}
