package io.buyme.index;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;

/** The form in which vectors are stored and compared. */
final class Vectors {

    /** How far the squared length of a stored unit vector may be from one: well above what rounding does. */
    private static final double UNIT_TOLERANCE = 1e-4;

    private Vectors() {}

    /** Returns the values as they are compared: of unit length under the cosine, which then is an inner product. */
    static float[] stored(Embedding embedding) {
        float[] values = embedding.toArray();
        if (embedding.space().metric() == Metric.COSINE) {
            double scale = 1 / length(values);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] * scale);
            }
        }
        return values;
    }

    /** @throws IllegalArgumentException if an embedding is of another space than an index */
    static void requireSpace(EmbeddingSpace space, Embedding embedding) {
        if (!embedding.space().equals(space)) {
            throw new IllegalArgumentException("this index holds vectors of space %s, got one of %s; use the embedder"
                            .formatted(space.id(), embedding.space().id())
                    + " that the index was made with, or make a new index");
        }
    }

    static double length(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** Tells whether {@link #stored} could have made these values. */
    static boolean isStorable(float[] values, Metric metric) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        double length = metric == Metric.COSINE ? length(values) : 1;
        return Math.abs(length * length - 1) < UNIT_TOLERANCE;
    }
}
