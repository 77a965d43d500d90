package io.buyme.cli.evaluate;

import java.util.OptionalDouble;

/**
 * Counts of a yes-or-no decision against the truth, and the usual measures of them. A measure whose denominator is zero
 * is empty, as it says nothing.
 *
 * @param truePositives rightly yes
 * @param falsePositives wrongly yes
 * @param trueNegatives rightly no
 * @param falseNegatives wrongly no
 */
record BinaryMetrics(long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {

    /** No decision yet. */
    static final BinaryMetrics NONE = new BinaryMetrics(0, 0, 0, 0);

    /** Returns the counts with one decision more. */
    BinaryMetrics with(boolean truth, boolean decision) {
        return new BinaryMetrics(
                truePositives + (truth && decision ? 1 : 0),
                falsePositives + (!truth && decision ? 1 : 0),
                trueNegatives + (!truth && !decision ? 1 : 0),
                falseNegatives + (truth && !decision ? 1 : 0));
    }

    long total() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    /** Returns the share of right decisions. */
    OptionalDouble accuracy() {
        return ratio(truePositives + trueNegatives, total());
    }

    /** Returns the share of yes among those that are yes. */
    OptionalDouble recall() {
        return ratio(truePositives, truePositives + falseNegatives);
    }

    /** Returns the share of no among those that are no. */
    OptionalDouble specificity() {
        return ratio(trueNegatives, trueNegatives + falsePositives);
    }

    /** Returns the share of true ones among those that were called yes. */
    OptionalDouble precision() {
        return ratio(truePositives, truePositives + falsePositives);
    }

    /** Returns the mean of recall and specificity, in which a rare class weighs as much as a frequent one. */
    OptionalDouble balancedAccuracy() {
        if (recall().isEmpty() || specificity().isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((recall().getAsDouble() + specificity().getAsDouble()) / 2);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
