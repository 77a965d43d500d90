package io.buyme.api;

/** Says in words why a product matches an article. Safe for concurrent use. */
@FunctionalInterface
public interface Explainer {

    /** Returns the built-in one: by the colours and tags that the embedder saw on both sides. */
    static Explainer standard() {
        return new AttributeExplainer();
    }

    /**
     * Returns the explanation of one match.
     *
     * @param article that was found in the photo
     * @param seen the article's attributes
     * @param product that was found in the index
     * @param score similarity of the two
     */
    Explanation explain(Article article, Attributes seen, ProductSource.DescribedProduct product, double score);
}
