package io.buyme.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points, each of which stands for the vectors that it is the nearest to: the centroids of a quantizer. Stored as they
 * are, and transposed for comparing a vector with all of them. Immutable; for several threads at a time.
 */
final class Centers {

    /** Vectors that are compared at a time: their sums fit in the first-level cache together with four columns. */
    private static final int GROUP = 4;

    private static final long FARTHEST = Found.of(Float.POSITIVE_INFINITY, Integer.MAX_VALUE);

    /** Of so many points a few columns fit in the first-level cache, in which several vectors share them. */
    private static final int BLOCK = 1024;

    private final float[][] points;
    private final List<VectorBlock> blocks = new ArrayList<>();

    /** @param points at least one; become the centers' own */
    Centers(float[][] points) {
        this.points = points;
        int dimension = points[0].length;
        for (int from = 0; from < points.length; from += BLOCK) {
            VectorBlock block = new VectorBlock(dimension, Math.min(points.length - from, BLOCK));
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
        return new float[Math.min(count(), BLOCK)];
    }

    /** Returns the nearest center and its squared distance, as {@link Found} puts them. */
    long nearest(float[] vector, float[] scratch) {
        long best = FARTHEST;
        int first = 0;
        for (VectorBlock block : blocks) {
            block.minusSquaredDistances(vector, block.capacity(), scratch);
            best = Math.min(best, best(scratch, first, block.capacity()));
            first += block.capacity();
        }
        return best;
    }

    /** Returns the nearest center of each vector, as above. */
    long[] nearestAll(float[][] vectors) {
        long[] nearest = new long[vectors.length];
        Arrays.fill(nearest, FARTHEST);
        float[][] scratch = new float[GROUP][];
        Arrays.setAll(scratch, i -> scratch());
        for (int from = 0; from < vectors.length; from += GROUP) {
            int count = Math.min(GROUP, vectors.length - from);
            int first = 0;
            for (VectorBlock block : blocks) {
                block.minusSquaredDistances(vectors, from, count, block.capacity(), scratch);
                for (int i = 0; i < count; i++) {
                    long best = best(scratch[i], first, block.capacity());
                    nearest[from + i] = Math.min(nearest[from + i], best);
                }
                first += block.capacity();
            }
        }
        return nearest;
    }

    /** Returns the best of some scores. Not-a-numbers, which overflows end in, are the worst. */
    private static long best(float[] scores, int first, int count) {
        float best = Float.NEGATIVE_INFINITY;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (scores[i] > best) {
                best = scores[i];
                at = i;
            }
        }
        return Found.of(-best, first + at);
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
