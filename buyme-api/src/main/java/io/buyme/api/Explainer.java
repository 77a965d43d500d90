package io.buyme.api;

/** Says in words why a product matches an article. Safe for concurrent use. */
@FunctionalInterface
public interface Explainer {

    /**
     * Returns the explanation of one match.
     *
     * @param article that was found in the photo
     * @param seen the article's attributes
     * @param product that was found in the index
     * @param score similarity of the two
     */
    Explanation explain(Article article, Attributes seen, ProductSource.DescribedProduct product, double score);

    /**
     * Returns the explainer of {@link LookPipeline}: it tells which dominant colours and which tags both have, and what
     * differs, also in the cut, as far as it follows from what detector, embedder and shop call the two. What only one
     * side is known for, or what is unsure, it leaves out.
     */
    static Explainer standard() {
        return AttributeExplainer.INSTANCE;
    }
}
