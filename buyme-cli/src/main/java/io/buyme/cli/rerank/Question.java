package io.buyme.cli.rerank;

import io.buyme.api.Ranker.Sought;
import java.util.Optional;
import java.util.Set;

/**
 * An article to search for, and what the right answers are.
 *
 * @param name unique in its trial
 * @param sought as the pipeline would hand it on
 * @param labels of offers that are good matches
 * @param kinds of offers of the same kind of garment
 * @param product id of the very product, where there is one; else every good match is a right answer
 */
record Question(String name, Sought sought, Set<String> labels, Set<String> kinds, Optional<String> product) {

    Question {
        labels = Set.copyOf(labels);
        kinds = Set.copyOf(kinds);
    }

    boolean isGood(Offer offer) {
        return labels.contains(offer.label());
    }

    boolean isOfKind(Offer offer) {
        return kinds.contains(offer.kind());
    }

    boolean isAnswer(Offer offer) {
        return product.map(offer.id()::equals).orElseGet(() -> isGood(offer));
    }
}
