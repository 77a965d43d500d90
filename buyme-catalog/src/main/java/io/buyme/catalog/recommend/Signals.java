package io.buyme.catalog.recommend;

import io.buyme.api.Attributes;
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.Ranker.Candidate;
import io.buyme.api.Ranker.Sought;
import java.util.List;

/**
 * What speaks for a product, or against it. Tags, colour and category are 1 if they agree, -1 if they contradict each
 * other, and 0 if nothing is known of one side, so that a product of which little is known is neither favoured nor
 * punished.
 *
 * @param similarity of the vectors, by the metric of the index
 * @param tags agreement of the tags, group by group, weighed by how sure the embedder is of them
 * @param color agreement of the dominant colours: {@code 1 - d / 20}, at least -1, where {@code d} is their mean CIEDE2000
 *     difference. 0 is where one starts to call them different
 * @param category agreement of the two category words, times the confidence of the detector, times that of the
 *     product's category
 */
public record Signals(double similarity, double tags, double color, double category) {

    /** The names, in the order of the components and of {@link #values()}. */
    public static final List<String> NAMES = List.of("similarity", "tags", "color", "category");

    /** Checks that all are numbers. */
    public Signals {
        if (!Double.isFinite(similarity + tags + color + category)) {
            throw new IllegalArgumentException(
                    "signals must be finite, got %s, %s, %s, %s".formatted(similarity, tags, color, category));
        }
    }

    /** Returns signals from their values, in the order of {@link #NAMES}. */
    public static Signals of(List<Double> values) {
        if (values.size() != NAMES.size()) {
            throw new IllegalArgumentException("wanted the signals %s, got %s".formatted(NAMES, values));
        }
        return new Signals(values.get(0), values.get(1), values.get(2), values.get(3));
    }

    /** Measures what speaks for a candidate. */
    public static Signals of(Sought sought, Candidate candidate) {
        DescribedProduct found = candidate.product();
        Product product = found.product();
        Attributes seen = sought.described().attributes();
        double sure = sought.article().score() * product.details().categoryScore();
        return new Signals(
                candidate.similarity(),
                TagAgreement.of(seen.tags(), found.attributes().tags()),
                ColorAgreement.of(seen.colors(), found.attributes().colors()),
                sure * GarmentKinds.standard().agreement(sought.article().category(), product.category()));
    }

    /** Returns the values, in the order of {@link #NAMES}. */
    public List<Double> values() {
        return List.of(similarity, tags, color, category);
    }
}
