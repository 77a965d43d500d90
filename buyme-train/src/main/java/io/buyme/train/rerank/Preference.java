package io.buyme.train.rerank;

import java.util.List;

/**
 * That somebody preferred one thing to another, where both were shown.
 *
 * @param query for which; of each query only so many preferences are learned from
 * @param better signals of what was preferred
 * @param worse signals of the other, as many and in the same order
 * @param weight how often it counts compared with others of its query; above 0
 */
public record Preference(String query, List<Double> better, List<Double> worse, double weight) {

    /** Copies the lists and checks sizes and weight. */
    public Preference {
        better = List.copyOf(better);
        worse = List.copyOf(worse);
        if (!(weight > 0) || !Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight is above 0, got " + weight);
        }
        if (better.isEmpty() || better.size() != worse.size()) {
            throw new IllegalArgumentException(
                    "both sides have as many signals, at least one; got %s and %s".formatted(better, worse));
        }
    }
}
