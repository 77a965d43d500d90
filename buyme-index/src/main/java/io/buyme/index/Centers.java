package io.buyme.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Points, each of which stands for the vectors that it is the nearest to: the centroids of a quantizer. Stored as they
 * are, and transposed for comparing a vector with all of them. Immutable; for several threads at a time.
 */
final class Centers {

    private final float[][] points;
    private final List<VectorBlock> blocks = new ArrayList<>();

    /** @param points at least one; become the centers' own */
    Centers(float[][] points) {
        this.points = points;
        int dimension = points[0].length;
        for (int from = 0; from < points.length; from += VectorBlock.MAX_ROWS) {
            VectorBlock block = new VectorBlock(dimension, Math.min(points.length - from, VectorBlock.MAX_ROWS));
            for (int i = 0; i < block.capacity(); i++) {
                block.set(i, points[from + i]);
            }
            blocks.add(block);
        }
    }

    int count() {
        return points.length;
    }

    int dimension() {
        return points[0].length;
    }

    /** Returns a point itself, which is not to be changed. */
    float[] point(int center) {
        return points[center];
    }

    /** Returns an array that is large enough to compare with. */
    float[] scratch() {
        return new float[Math.min(count(), VectorBlock.MAX_ROWS)];
    }

    /** Returns the nearest center and its squared distance, as {@link Found} puts them. */
    long nearest(float[] vector, float[] scratch) {
        float best = Float.NEGATIVE_INFINITY;
        int nearest = 0;
        int first = 0;
        for (VectorBlock block : blocks) {
            int count = block.capacity();
            block.minusSquaredDistances(vector, count, scratch);
            for (int i = 0; i < count; i++) {
                if (scratch[i] > best) {
                    best = scratch[i];
                    nearest = first + i;
                }
            }
            first += count;
        }
        return Found.of(-best, nearest);
    }

    /** Writes the squared distances of a vector to all centers. */
    void squaredDistances(float[] vector, float[] distances, float[] scratch) {
        int first = 0;
        for (VectorBlock block : blocks) {
            block.minusSquaredDistances(vector, block.capacity(), scratch);
            first = copyMinus(scratch, distances, first, block.capacity());
        }
    }

    /** Writes minus the inner products of a vector with all centers. */
    void minusDots(float[] vector, float[] distances, float[] scratch) {
        int first = 0;
        for (VectorBlock block : blocks) {
            block.dots(vector, block.capacity(), scratch);
            first = copyMinus(scratch, distances, first, block.capacity());
        }
    }

    private static int copyMinus(float[] scores, float[] distances, int first, int count) {
        for (int i = 0; i < count; i++) {
            distances[first + i] = -scores[i];
        }
        return first + count;
    }
}
