package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What makes vectors comparable: only embeddings of equal spaces may be compared.
 *
 * @param model the embedder's id
 * @param version changes whenever the same picture would get another vector; without a slash
 * @param dimension length of the vectors
 * @param metric by which they are compared
 */
public record EmbeddingSpace(String model, String version, int dimension, Metric metric) {

    /** Checks that the dimension is positive, and that {@link #id} tells the version from the model. */
    public EmbeddingSpace {
        requireNonNull(model, "model");
        requireNonNull(version, "version");
        requireNonNull(metric, "metric");
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1, got " + dimension);
        }
        if (version.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a version has no slash, got '" + version + "'");
        }
    }

    /** Returns a text that is equal exactly for equal spaces, such as {@code appearance/1/248/cosine}. */
    public String id() {
        return "%s/%s/%d/%s".formatted(model, version, dimension, metric.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the space of an {@link #id()}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static EmbeddingSpace parse(String id) {
        int metric = id.lastIndexOf('/');
        int dimension = id.lastIndexOf('/', metric - 1);
        int version = id.lastIndexOf('/', dimension - 1);
        if (version < 0) {
            throw new IllegalArgumentException("'" + id + "' is no id of an embedding space");
        }
        return new EmbeddingSpace(
                id.substring(0, version),
                id.substring(version + 1, dimension),
                Integer.parseInt(id.substring(dimension + 1, metric)),
                Metric.valueOf(id.substring(metric + 1).toUpperCase(Locale.ROOT)));
    }
}
