package io.buyme.catalog.explain;

import static java.util.Objects.requireNonNull;

/**
 * Where in two pictures their similarity came from.
 *
 * @param similarity of both, by the metric of the embedder's space
 * @param article map over the article's crop
 * @param product map over the product's picture
 */
public record SimilarityMaps(double similarity, SimilarityMap article, SimilarityMap product) {

    /** Checks that nothing is missing. */
    public SimilarityMaps {
        requireNonNull(article, "article");
        requireNonNull(product, "product");
    }
}
