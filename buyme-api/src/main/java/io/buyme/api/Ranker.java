package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.ProductSource.DescribedProduct;
import java.util.List;

/**
 * Makes recommendations of the nearest entries: which of them, in which order, and what is said of each. Safe for
 * concurrent use.
 */
public interface Ranker {

    /** Returns the ranker that recommends what is nearest, as the index has it, and explains it in this way. */
    static Ranker nearestFirst(Explainer explainer) {
        return new NearestFirst(requireNonNull(explainer, "explainer"));
    }

    /** Returns how many of the nearest entries it wants to weigh for so many matches; at least that number. */
    int candidates(int matches);

    /**
     * Returns an article with its matches, best first, at most so many.
     *
     * @param sought what is looked for
     * @param candidates nearest first; products that were deleted meanwhile are left out already
     */
    ArticleMatches rank(Sought sought, List<Candidate> candidates, int matches);

    /**
     * An article that is looked for.
     *
     * @param article as the detector, or the user, has it
     * @param described what the embedder makes of it
     */
    record Sought(Article article, Described described) {

        /** Checks that nothing is missing. */
        public Sought {
            requireNonNull(article, "article");
            requireNonNull(described, "described");
        }
    }

    /**
     * A product that the index found.
     *
     * @param product with what the embedder says of it
     * @param similarity by the metric of the index; larger is closer
     */
    record Candidate(DescribedProduct product, double similarity) {

        /** Checks that it is there. */
        public Candidate {
            requireNonNull(product, "product");
        }
    }
}
