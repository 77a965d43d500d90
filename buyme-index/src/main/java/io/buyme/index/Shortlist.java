package io.buyme.index;

import java.util.Arrays;
import java.util.List;

/**
 * The rows that may be among the best of a search, going by rough scores: all whose score is less than what rounding may
 * do below the k-th best one. Only what is left in the end is scored exactly; gathering a row from its columns costs as
 * much as scanning hundreds. For one thread.
 */
final class Shortlist {

    private final Search search;
    private final double relativeSlack;
    private final double slack;
    private final int most;
    private final RoughBest best;
    private float[] scores = new float[32];
    private Row[] rows = new Row[32];
    private int size;
    private float floor = Float.NEGATIVE_INFINITY;
    private boolean tooLong;

    /**
     * Creates an empty list.
     *
     * @param relativeSlack how far below another a rough score may be of which the exact one is no worse, by its amount
     * @param slack what comes to that whatever the score; infinite if rough scores mean nothing
     * @param most rows that are worth listing; with more of them the list gives up
     */
    Shortlist(Search search, double relativeSlack, double slack, int most) {
        this.search = search;
        this.relativeSlack = relativeSlack;
        this.slack = slack;
        this.most = most;
        this.best = new RoughBest(search.wanted());
    }

    /** Takes in rows with their rough scores. The filter is asked only about those that may be among the best. */
    void consider(float[] roughScores, List<Row> candidates) {
        if (tooLong) {
            return;
        }
        int count = candidates.size();
        for (int i = next(roughScores, 0, count, floor); i < count; i = next(roughScores, i + 1, count, floor)) {
            if (search.passes(candidates.get(i))) {
                add(roughScores[i], candidates.get(i));
            }
        }
    }

    /** Returns the place of the next score that is not below the floor. On its own, so that the compiler does it well. */
    private static int next(float[] scores, int from, int to, float floor) {
        for (int i = from; i < to; i++) {
            // Not "at least": an overflow that ended in NaN has to be looked at exactly.
            if (!(scores[i] < floor)) {
                return i;
            }
        }
        return to;
    }

    /** Takes in another list of the same search. */
    void absorb(Shortlist other) {
        tooLong |= other.tooLong;
        for (int i = 0; i < other.size && !tooLong; i++) {
            if (!(other.scores[i] < floor)) {
                add(other.scores[i], other.rows[i]);
            }
        }
    }

    /** Tells whether the list has given up, because rough scores tell too few rows apart. */
    boolean tooLong() {
        return tooLong;
    }

    /** Lets the search consider exactly what is on the list. */
    void settle() {
        for (int i = 0; i < size; i++) {
            if (!(scores[i] < floor)) {
                rows[i].store().offer(rows[i], search);
            }
        }
    }

    private void add(float score, Row row) {
        if (size == scores.length) {
            makeRoom();
        }
        scores[size] = score;
        rows[size] = row;
        size++;
        if (best.offer(score) && best.full()) {
            double worst = best.worst();
            floor = (float) (worst - relativeSlack * Math.abs(worst) - slack);
        }
    }

    private void makeRoom() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!(scores[i] < floor)) {
                scores[kept] = scores[i];
                rows[kept++] = rows[i];
            }
        }
        size = kept;
        if (size > most) {
            tooLong = true;
            size = 0;
        } else if (size > scores.length / 2) {
            scores = Arrays.copyOf(scores, 2 * scores.length);
            rows = Arrays.copyOf(rows, 2 * rows.length);
        }
    }
}
