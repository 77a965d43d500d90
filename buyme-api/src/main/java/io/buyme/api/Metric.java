package io.buyme.api;

/** How the similarity of two vectors is measured. A larger score is always a closer match. */
public enum Metric {
    /** Cosine of the angle, -1 to 1. Undefined for zero vectors, which are refused. */
    COSINE,
    /** Inner product (FAISS: {@code METRIC_INNER_PRODUCT}). */
    DOT,
    /** Minus the squared Euclidean distance (FAISS: {@code METRIC_L2}, with the sign turned). */
    EUCLIDEAN
}
