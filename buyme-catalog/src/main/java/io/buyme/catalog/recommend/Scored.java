package io.buyme.catalog.recommend;

import io.buyme.api.Product;
import io.buyme.api.Ranker.Candidate;
import java.util.Comparator;

/** A candidate with what speaks for it. */
record Scored(Candidate candidate, Signals signals, double total) {

    /** Best first; of equally good ones the smaller id, so that the order never depends on chance. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::total)
            .reversed()
            .thenComparing(scored -> scored.product().id());

    Product product() {
        return candidate.product().product();
    }
}
