package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A recommended product.
 *
 * @param product with link and price
 * @param score similarity by the metric of the index; larger is closer
 * @param explanation why
 * @param probability that people would call it a good match, 0 to 1, where the ranker is calibrated
 * @param evidence what its place among the matches rests on; empty if on the score alone
 * @param variants of the same style, which are not listed by themselves, the most similar first
 */
public record Match(
        Product product,
        double score,
        Explanation explanation,
        OptionalDouble probability,
        List<Evidence> evidence,
        List<Product> variants) {

    /** Checks that nothing is missing. */
    public Match {
        requireNonNull(product, "product");
        requireNonNull(explanation, "explanation");
        requireNonNull(probability, "probability");
        evidence = List.copyOf(evidence);
        variants = List.copyOf(variants);
    }

    /** Makes a match that rests on its score alone. */
    public Match(Product product, double score, Explanation explanation) {
        this(product, score, explanation, OptionalDouble.empty(), List.of(), List.of());
    }

    /**
     * One thing that speaks for a match, or against it.
     *
     * @param name such as {@code color}
     * @param value what was measured; its meaning is the ranker's
     * @param contribution what it adds to, or takes from, the ranker's total
     */
    public record Evidence(String name, double value, double contribution) {

        /** Checks that a name is there. */
        public Evidence {
            requireNonNull(name, "name");
        }
    }
}
