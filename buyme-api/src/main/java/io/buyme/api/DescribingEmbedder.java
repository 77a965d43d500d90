package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** An embedder that can also say in words what it sees, which makes its matches explainable. */
public interface DescribingEmbedder extends Embedder {

    /** Returns, per crop and in order, its embedding and its attributes, at the price of one pass. */
    List<Described> describeAll(List<Crop> crops);

    /** Returns the embedding and the attributes of one crop. */
    default Described describe(Crop crop) {
        return describeAll(List.of(crop)).get(0);
    }

    @Override
    default List<Embedding> embedAll(List<Crop> crops) {
        return describeAll(crops).stream().map(Described::embedding).toList();
    }

    /**
     * A vector with what was seen.
     *
     * @param embedding of the crop
     * @param attributes of the crop
     */
    record Described(Embedding embedding, Attributes attributes) {

        /** Checks that nothing is missing. */
        public Described {
            requireNonNull(embedding, "embedding");
            requireNonNull(attributes, "attributes");
        }
    }
}
