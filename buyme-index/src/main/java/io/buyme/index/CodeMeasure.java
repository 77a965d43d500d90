package io.buyme.index;

import io.buyme.api.Metric;

/**
 * The distance of {@link Measure} between codes, but for a factor. For one thread.
 *
 * <p>Products are added to sums that are never set back: what two codes add is told by the difference, which is right
 * even when the sums have gone beyond what an int can hold, as ints go round.
 */
final class CodeMeasure {

    /** Sums beside each other that kernels may add up at a time. */
    private static final int LANES = 16;

    private final Kernels kernels;
    private final boolean euclidean;
    private final int pairs;
    private final int[] sums;
    private int before;

    CodeMeasure(Metric metric, int dimension, Kernels kernels) {
        this.kernels = kernels;
        this.euclidean = metric == Metric.EUCLIDEAN;
        this.pairs = Codes.pairs(dimension);
        this.sums = new int[(pairs + LANES - 1) / LANES * LANES];
    }

    float distance(short[] a, short[] b) {
        addProducts(a, b, sums, pairs);
        int sum = kernels.sum(sums);
        int dot = sum - before;
        before = sum;
        return euclidean ? (float) ((long) Codes.squaredLength(a) + Codes.squaredLength(b) - 2L * dot) : -(float) dot;
    }

    /** The form is that which the JVM's compiler knows to turn into {@code pmaddwd}; it knows few others. */
    private static void addProducts(short[] a, short[] b, int[] sums, int pairs) {
        for (int i = 0; i < pairs; i++) {
            sums[i] += ((a[2 * i] * b[2 * i]) + (a[2 * i + 1] * b[2 * i + 1]));
        }
    }
}
