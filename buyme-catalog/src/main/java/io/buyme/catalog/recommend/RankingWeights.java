package io.buyme.catalog.recommend;

import io.buyme.api.Match.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * How much each of the {@link Signals} counts. The total of a product is the sum of weight times signal; only the ratios
 * of the weights matter for the order.
 *
 * @param similarity of the vectors
 * @param tags agreement of the tags
 * @param color agreement of the colours, beyond what of them is in the vectors
 * @param category agreement of the categories
 */
public record RankingWeights(double similarity, double tags, double color, double category) {

    /** By similarity alone. */
    public static final RankingWeights NEAREST = new RankingWeights(1, 0, 0, 0);

    /** Checks that the weights are numbers, and not all zero. */
    public RankingWeights {
        if (!Double.isFinite(similarity + tags + color + category)) {
            throw new IllegalArgumentException(
                    "weights must be finite, got %s, %s, %s, %s".formatted(similarity, tags, color, category));
        }
        if (similarity == 0 && tags == 0 && color == 0 && category == 0) {
            throw new IllegalArgumentException("with all weights zero, every product is as good as any other");
        }
    }

    /** Returns weights from their values, in the order of {@link Signals#NAMES}. */
    public static RankingWeights of(List<Double> values) {
        Signals checked = Signals.of(values);
        return new RankingWeights(checked.similarity(), checked.tags(), checked.color(), checked.category());
    }

    /** Returns the weights, in the order of {@link Signals#NAMES}. */
    public List<Double> values() {
        return List.of(similarity, tags, color, category);
    }

    /** Returns the sum of weight times signal; larger is better. */
    public double total(Signals signals) {
        return similarity * signals.similarity()
                + tags * signals.tags()
                + color * signals.color()
                + category * signals.category();
    }

    /** Returns what each signal adds to the total, in the order of {@link Signals#NAMES}. */
    List<Evidence> evidence(Signals signals) {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < Signals.NAMES.size(); i++) {
            double value = signals.values().get(i);
            evidence.add(new Evidence(Signals.NAMES.get(i), value, values().get(i) * value));
        }
        return evidence;
    }
}
