package io.buyme.onnx.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the elements of a tensor belong of which only those other than zero are stored: axis by axis, either all indices
 * or those that are listed (Chou et al. 2018, "Format abstraction for sparse tensor algebra compilers").
 *
 * @param order in which the axes come
 * @param blocks axes that are stored in blocks
 * @param levels one for each axis
 */
record Sparsity(List<Integer> order, List<Integer> blocks, List<Level> levels) {

    Sparsity {
        order = List.copyOf(order);
        blocks = List.copyOf(blocks);
        levels = List.copyOf(levels);
    }

    /**
     * How the indices along an axis are stored.
     *
     * @param size of an axis that has all indices
     * @param compressed the listed indices, if not all are there
     */
    record Level(int size, Optional<Compressed> compressed) {}

    /**
     * Indices of an axis that are there.
     *
     * @param segments for each index of the axes before: where its indices begin; behind the last: where they end
     * @param indices of this axis
     */
    record Compressed(Numbers segments, Numbers indices) {}

    /**
     * A list of numbers of 1, 2 or 4 bytes.
     *
     * @param bytes their little-endian bytes
     * @param width bytes of one number
     */
    record Numbers(ByteBuffer bytes, int width) {

        int at(int index) {
            int offset = Math.multiplyExact(index, width);
            return switch (width) {
                case 1 -> Byte.toUnsignedInt(bytes.get(offset));
                case 2 -> Short.toUnsignedInt(bytes.getShort(offset));
                default -> bytes.getInt(offset);
            };
        }
    }

    /** Returns all elements in C order, the zeros too. */
    ByteBuffer dense(ByteBuffer elements, int width, List<Integer> shape, int size) {
        int rank = shape.size();
        if (!blocks.isEmpty()
                || levels.size() != rank
                || !order.equals(IntStream.range(0, rank).boxed().toList())) {
            throw new TfliteException("a sparse tensor is stored in blocks or with its axes out of order: %s, %s"
                    .formatted(order, blocks));
        }
        ByteBuffer dense = ByteBuffer.allocate(Math.multiplyExact(size, width)).order(ByteOrder.LITTLE_ENDIAN);
        new Filling(elements, width, shape, dense).fill(0, 0, 0);
        return dense;
    }

    private final class Filling {

        private final ByteBuffer elements;
        private final int width;
        private final List<Integer> shape;
        private final ByteBuffer dense;

        Filling(ByteBuffer elements, int width, List<Integer> shape, ByteBuffer dense) {
            this.elements = elements;
            this.width = width;
            this.shape = shape;
            this.dense = dense;
        }

        /**
         * Fills what belongs to one index of each axis before this one.
         *
         * @param parent the number of that combination of indices among those stored
         * @param place its number among all
         */
        void fill(int axis, int parent, int place) {
            if (axis == shape.size()) {
                dense.put(place * width, elements, parent * width, width);
                return;
            }
            int size = shape.get(axis);
            Level level = levels.get(axis);
            if (level.compressed().isPresent()) {
                Compressed listed = level.compressed().get();
                int end = listed.segments().at(parent + 1);
                for (int i = listed.segments().at(parent), last = -1; i < end; i++) {
                    int index = listed.indices().at(i);
                    // Rising indices also mean that a damaged file cannot ask for more work than a whole tensor is.
                    if (index <= last || index >= size) {
                        throw new TfliteException(
                                "index %d of a sparse tensor of size %d follows %d".formatted(index, size, last));
                    }
                    last = index;
                    fill(axis + 1, i, place * size + index);
                }
            } else if (level.size() == size) {
                for (int index = 0; index < size; index++) {
                    fill(axis + 1, parent * size + index, place * size + index);
                }
            } else {
                throw new TfliteException(
                        "a sparse tensor has size %d along an axis of %d".formatted(level.size(), size));
            }
        }
    }
}
