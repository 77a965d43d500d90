package io.buyme.catalog.explain;

import io.buyme.api.Crop;
import io.buyme.api.Embedder;
import io.buyme.api.ExplainingEmbedder;
import java.util.List;

/** Finds the regions of pictures that carried their similarity. Safe for concurrent use; the embedder is its owner's. */
@FunctionalInterface
public interface SimilarityExplainer {

    /** Returns, for each product in order, where its similarity to the article came from. */
    List<SimilarityMaps> explainAll(Crop article, List<Crop> products);

    /** Returns where the similarity of an article and one product came from. */
    default SimilarityMaps explain(Crop article, Crop product) {
        return explainAll(article, List.of(product)).get(0);
    }

    /**
     * Returns an explainer that hides one cell of a picture after the other, and takes how much less similar the rest is:
     * occlusion, after Zeiler and Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014. It tells of
     * all that an embedder looks at, colour included, works with any of them, and takes 50 embeddings for each picture.
     */
    static SimilarityExplainer occlusion(Embedder embedder) {
        return new OcclusionExplainer(embedder);
    }

    /**
     * Returns an explainer that splits the product of both pictures' mean features among their patches, after Stylianou,
     * Souvenir and Pless, "Visualizing Deep Similarity Networks", WACV 2019, in one pass for each picture. That is exact
     * where an embedder's vectors are mean features, and else may show little more than chance, as it does with {@code
     * buyme}, which projects them and puts measured colour beside them: measure it first, with {@code buyme evaluate
     * explain --method patches}.
     */
    static SimilarityExplainer patches(ExplainingEmbedder embedder) {
        return new PatchExplainer(embedder);
    }
}
