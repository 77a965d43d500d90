package io.buyme.cli.evaluate;

import io.buyme.api.Embedding;
import java.util.List;
import java.util.OptionalDouble;

/** How much of a vector is as good as zero, which a vector with few features in many components is. */
final class Sparsity {

    /** Below this share of the vector's largest magnitude a component counts as zero. */
    static final double THRESHOLD = 1e-3;

    private Sparsity() {}

    /** Returns the mean over the embeddings. */
    static OptionalDouble mean(List<Embedding> embeddings) {
        return embeddings.stream().mapToDouble(Sparsity::of).average();
    }

    /** Returns the share of components whose magnitude is below {@link #THRESHOLD} times the largest. */
    static double of(Embedding embedding) {
        float[] values = embedding.toArray();
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int small = 0;
        for (float value : values) {
            // A vector of zeros has no component below its largest, yet is as sparse as can be.
            small += value == 0 || Math.abs(value) < THRESHOLD * largest ? 1 : 0;
        }
        return (double) small / values.length;
    }
}
