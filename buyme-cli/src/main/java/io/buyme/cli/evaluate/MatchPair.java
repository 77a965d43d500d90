package io.buyme.cli.evaluate;

/**
 * An article and a product that was found for it.
 *
 * @param article as the embedder sees it
 * @param product as the embedder sees it
 */
record MatchPair(Sample article, Sample product) {

    /** Returns what to call the pair in messages. */
    String name() {
        return article.name() + " and " + product.name();
    }
}
