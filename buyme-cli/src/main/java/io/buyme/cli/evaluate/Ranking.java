package io.buyme.cli.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** Which places of a ranked list are right answers, and the usual measures of that. Immutable. */
final class Ranking {

    private final BitSet right;
    private final int size;

    private Ranking(BitSet right, int size) {
        this.right = right;
        this.size = size;
    }

    /** Returns the ranking in which those that pass the test are right. */
    static <T> Ranking of(List<T> ranked, Predicate<T> isRight) {
        BitSet right = new BitSet(ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            right.set(i, isRight.test(ranked.get(i)));
        }
        return new Ranking(right, ranked.size());
    }

    /** Returns whether there is a right answer at all. */
    boolean hasAnswer() {
        return !right.isEmpty();
    }

    /** Returns whether there is a right answer among the first {@code k}. */
    boolean hitAt(int k) {
        return hasAnswer() && right.nextSetBit(0) < k;
    }

    /** Returns the share of right answers among the first {@code k}, or among all if there are fewer; 0 if none. */
    double precisionAt(int k) {
        int places = Math.min(k, size);
        return places == 0 ? 0 : (double) right.get(0, places).cardinality() / places;
    }

    /**
     * Returns the average precision over the whole list: the mean, over all right answers, of the precision down to
     * each. 1 if all right answers come first, 0 if there is none. Its mean over queries is the mAP of information
     * retrieval (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 8.4).
     */
    double averagePrecision() {
        double sum = 0;
        int found = 0;
        for (int place = right.nextSetBit(0); place >= 0; place = right.nextSetBit(place + 1)) {
            found++;
            sum += (double) found / (place + 1);
        }
        return found == 0 ? 0 : sum / found;
    }
}
