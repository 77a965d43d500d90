package io.buyme.api;

import java.util.List;

/**
 * Turns the picture of an article into a vector, such that like articles have near vectors. The embedder itself leaves
 * out background and skin, in the way it was made for.
 */
public interface Embedder extends Stage {

    /** Returns the space of all vectors that this embedder makes. */
    EmbeddingSpace space();

    /** Returns one embedding per crop, in order. */
    List<Embedding> embedAll(List<Crop> crops);

    /** Returns the embedding of one crop. */
    default Embedding embed(Crop crop) {
        return embedAll(List.of(crop)).get(0);
    }
}
