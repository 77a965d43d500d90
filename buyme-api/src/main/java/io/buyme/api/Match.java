package io.buyme.api;

import static java.util.Objects.requireNonNull;

/**
 * A recommended product.
 *
 * @param product with link and price
 * @param score similarity by the metric of the index; larger is closer
 * @param explanation why
 */
public record Match(Product product, double score, Explanation explanation) {

    /** Checks that nothing is missing. */
    public Match {
        requireNonNull(product, "product");
        requireNonNull(explanation, "explanation");
    }
}
