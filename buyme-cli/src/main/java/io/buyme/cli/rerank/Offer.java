package io.buyme.cli.rerank;

import io.buyme.api.ProductSource.DescribedProduct;

/**
 * A product of which is known what it is.
 *
 * @param described with its vector
 * @param label products with the same one are good matches for each other
 * @param kind of garment: what the built-in probabilities are about
 */
record Offer(DescribedProduct described, String label, String kind) {

    String id() {
        return described.product().id();
    }
}
