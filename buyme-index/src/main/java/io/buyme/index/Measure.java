package io.buyme.index;

import io.buyme.api.Metric;

/**
 * The distance that graphs are built and walked by, in single precision: smaller is nearer. The squared Euclidean
 * distance, or minus the inner product.
 */
final class Measure {

    private final Metric metric;
    private final Kernels kernels;
    private final boolean euclidean;
    private final int dimension;

    Measure(Metric metric, int dimension, Kernels kernels) {
        this.metric = metric;
        this.kernels = kernels;
        this.euclidean = metric == Metric.EUCLIDEAN;
        this.dimension = dimension;
    }

    /** Returns the same measure of codes, for one thread. */
    CodeMeasure ofCodes() {
        return new CodeMeasure(metric, dimension, kernels);
    }

    /** Tells whether codes are compared faster than vectors. */
    boolean fasterWithCodes() {
        return kernels.slowerThanCodes(dimension);
    }

    /** Returns room for a code. */
    short[] newCode() {
        return Codes.room(1, dimension)[0];
    }

    /** Returns the distance between a query and a row. */
    float distance(float[] query, int from, Slots slots, int slot) {
        float[] row = slots.vectors(slot);
        int at = slots.offset(slot);
        return euclidean
                ? kernels.squaredDistance(query, from, row, at, dimension)
                : -kernels.dot(query, from, row, at, dimension);
    }

    /** Returns the distance between two rows. */
    float between(Slots slots, int a, int b) {
        return distance(slots.vectors(a), slots.offset(a), slots, b);
    }

    /** Writes the distances between a query and so many rows. */
    void distances(float[] query, int from, Slots slots, int[] rows, int count, float[] distances) {
        int i = 0;
        for (; i <= count - 4; i += 4) {
            four(query, from, slots, rows, i, distances);
        }
        for (; i < count; i++) {
            distances[i] = distance(query, from, slots, rows[i]);
        }
    }

    private void four(float[] query, int from, Slots slots, int[] rows, int i, float[] distances) {
        int a = rows[i];
        int b = rows[i + 1];
        int c = rows[i + 2];
        int d = rows[i + 3];
        if (euclidean) {
            kernels.squaredDistances(
                    query,
                    from,
                    slots.vectors(a),
                    slots.offset(a),
                    slots.vectors(b),
                    slots.offset(b),
                    slots.vectors(c),
                    slots.offset(c),
                    slots.vectors(d),
                    slots.offset(d),
                    dimension,
                    distances,
                    i);
            return;
        }
        kernels.dots(
                query,
                from,
                slots.vectors(a),
                slots.offset(a),
                slots.vectors(b),
                slots.offset(b),
                slots.vectors(c),
                slots.offset(c),
                slots.vectors(d),
                slots.offset(d),
                dimension,
                distances,
                i);
        for (int j = i; j < i + 4; j++) {
            distances[j] = -distances[j];
        }
    }
}
