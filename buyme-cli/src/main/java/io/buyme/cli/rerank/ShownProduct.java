package io.buyme.cli.rerank;

import static java.util.Objects.requireNonNull;

import io.buyme.catalog.recommend.Signals;

/**
 * A product that was shown to somebody, and what they thought of it: a row of {@link ClickFile}.
 *
 * @param query what was looked for; rows of one query were shown together
 * @param product id
 * @param rank place at which it was shown, from 1
 * @param label whether it was clicked, or is a good match
 * @param space id of the embedder's space
 * @param signals what spoke for it
 */
public record ShownProduct(String query, String product, int rank, boolean label, String space, Signals signals) {

    /** Checks that nothing is missing, and the rank. */
    public ShownProduct {
        requireNonNull(query, "query");
        requireNonNull(product, "product");
        requireNonNull(space, "space");
        requireNonNull(signals, "signals");
        if (rank < 1) {
            throw new IllegalArgumentException("a rank is at least 1, got " + rank);
        }
    }
}
