package io.buyme.train.objective;

/** How far apart two embeddings are. */
public enum Distance {
    /** The length of the difference. */
    EUCLIDEAN,
    /** One less the cosine, of embeddings whose length is 1. */
    COSINE
}
