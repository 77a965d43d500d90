package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** A vector of an {@link EmbeddingSpace}. Its values are finite. */
public final class Embedding {

    private final EmbeddingSpace space;
    private final float[] values;

    private Embedding(EmbeddingSpace space, float[] values) {
        this.space = space;
        this.values = values;
    }

    /**
     * Returns an embedding with a copy of the values.
     *
     * @throws IllegalArgumentException if their number is not the space's dimension, one of them is not finite, or all
     *     are zero although the space's metric is the cosine
     */
    public static Embedding of(EmbeddingSpace space, float... values) {
        requireNonNull(space, "space");
        if (values.length != space.dimension()) {
            throw new IllegalArgumentException(
                    "space %s wants %d values, got %d".formatted(space.id(), space.dimension(), values.length));
        }
        boolean zero = true;
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("value %d of the embedding is %s".formatted(i, values[i]));
            }
            zero &= values[i] == 0;
        }
        if (zero && space.metric() == Metric.COSINE) {
            throw new IllegalArgumentException("a zero vector has no direction, so no cosine similarity");
        }
        return new Embedding(space, values.clone());
    }

    /** Returns the space to which the vector belongs. */
    public EmbeddingSpace space() {
        return space;
    }

    /** Returns one value. */
    public float value(int index) {
        return values[index];
    }

    /** Returns a copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * Returns how alike two embeddings are by the metric of their space; larger is closer.
     *
     * @throws IllegalArgumentException if the spaces differ
     */
    public double similarity(Embedding other) {
        if (!space.equals(other.space)) {
            throw new IllegalArgumentException(
                    "cannot compare an embedding of %s with one of %s".formatted(space.id(), other.space.id()));
        }
        double dot = 0;
        double normA = 0;
        double normB = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (double) values[i] * other.values[i];
            normA += (double) values[i] * values[i];
            normB += (double) other.values[i] * other.values[i];
        }
        return switch (space.metric()) {
            case COSINE -> dot / Math.sqrt(normA * normB);
            case DOT -> dot;
            case EUCLIDEAN -> 2 * dot - normA - normB;
        };
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Embedding e && space.equals(e.space) && Arrays.equals(values, e.values);
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding[" + space.id() + "]";
    }
}
