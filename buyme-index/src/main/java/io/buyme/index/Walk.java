package io.buyme.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * One search through a graph, as in the paper by Malkov and Yashunin, with all it needs to remember on its way. For one
 * thread at a time; made once and used again, so that searches allocate next to nothing.
 */
final class Walk {

    private final Measure measure;
    private final CodeMeasure codeMeasure;
    private final Links links;
    private final LongHeap candidates = new LongHeap();
    /** The nearest rows so far, each as its complement, so that the farthest of them is on top. */
    private final LongHeap nearest = new LongHeap();

    private final int[] around;
    private final float[] distances;
    private long[] visited = {};
    private Slots slots;
    private float[] query = {};
    private int from;
    private boolean coded;
    /** Written, lest the compiler find that nobody needs it. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    private final short[] code;

    Walk(Measure measure, Links links) {
        this.measure = measure;
        this.codeMeasure = measure.ofCodes();
        this.links = links;
        this.around = new int[links.most(0)];
        this.distances = new float[links.most(0)];
        this.slots = new Slots(1, 1);
        this.code = measure.newCode();
    }

    /** Prepares for a query, which is somewhere in an array. */
    void begin(Slots newSlots, float[] newQuery, int newFrom) {
        slots = newSlots;
        query = newQuery;
        from = newFrom;
        Codes codes = slots.codes();
        coded = codes != null;
        if (codes != null) {
            codes.write(query, from, code);
        }
    }

    /** Returns the distance between two rows, by which they are linked. */
    float between(Slots of, int a, int b) {
        return of.codes() == null ? measure.between(of, a, b) : codeMeasure.distance(of.code(a), of.code(b));
    }

    /** Tells whether the distances of rows found are those of codes. */
    boolean coded() {
        return coded;
    }

    /** Writes the distances between the query's vector and those of rows. */
    void measure(int[] rows, int count, float[] result) {
        measure.distances(query, from, slots, rows, count, result);
    }

    /** Goes from a row down to a level, on each level above to the nearest row that no link of its own improves on. */
    long descend(int start, int fromLevel, int toLevel) {
        long best = Found.of(distance(start), start);
        for (int level = fromLevel; level > toLevel; level--) {
            long before;
            do {
                before = best;
                best = Math.min(best, nearestAround(Found.slot(before), level));
            } while (best != before);
        }
        return best;
    }

    /**
     * Finds about the nearest accepted rows of a level. Rows that are not accepted are passed through.
     *
     * @param start where to begin
     * @param wanted how many rows to find
     * @param most how many rows to look at, about
     * @return whether the search came to its end before it had looked at that many
     */
    boolean spread(long start, int level, int wanted, IntPredicate accepted, long most) {
        forget();
        firstVisit(Found.slot(start));
        consider(start, wanted, accepted);
        long seen = 1;
        while (candidates.size() > 0) {
            long next = candidates.pop();
            if (nearest.size() >= wanted && next > farthest()) {
                return true;
            }
            if (seen > most) {
                return false;
            }
            int count = unvisitedAround(Found.slot(next), level);
            measureAround(count);
            for (int i = 0; i < count; i++) {
                consider(Found.of(distances[i], around[i]), wanted, accepted);
            }
            seen += count;
        }
        return true;
    }

    /** Returns how many rows the last spread found. */
    int found() {
        return nearest.size();
    }

    /** Writes the rows of the last spread, nearest first, and forgets them. Returns how many. */
    int take(long[] result) {
        int count = nearest.size();
        for (int i = count - 1; i >= 0; i--) {
            result[i] = ~nearest.pop();
        }
        return count;
    }

    private void consider(long row, int wanted, IntPredicate accepted) {
        boolean full = nearest.size() >= wanted;
        if (full && row >= farthest()) {
            return;
        }
        candidates.push(row);
        if (accepted.test(Found.slot(row))) {
            if (full) {
                nearest.replaceTop(~row);
            } else {
                nearest.push(~row);
            }
        }
    }

    private float distance(int row) {
        return coded ? codeMeasure.distance(code, slots.code(row)) : measure.distance(query, from, slots, row);
    }

    private void measureAround(int count) {
        if (!coded) {
            measure.distances(query, from, slots, around, count, distances);
            return;
        }
        // One number of each end of all of them first, so that the waits for memory overlap.
        int ends = 0;
        for (int i = 0; i < count; i++) {
            short[] next = slots.code(around[i]);
            ends += next[0] + next[next.length - 1];
        }
        touched = ends;
        for (int i = 0; i < count; i++) {
            distances[i] = codeMeasure.distance(code, slots.code(around[i]));
        }
    }

    private long farthest() {
        return ~nearest.top();
    }

    private long nearestAround(int row, int level) {
        int count = links.read(slots, row, level, around);
        measureAround(count);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            best = Math.min(best, Found.of(distances[i], around[i]));
        }
        return best;
    }

    private int unvisitedAround(int row, int level) {
        int all = links.read(slots, row, level, around);
        int count = 0;
        for (int i = 0; i < all; i++) {
            if (firstVisit(around[i])) {
                around[count++] = around[i];
            }
        }
        return count;
    }

    private boolean firstVisit(int row) {
        long bit = 1L << row;
        long before = visited[row >>> 6];
        visited[row >>> 6] = before | bit;
        return (before & bit) == 0;
    }

    private void forget() {
        candidates.clear();
        nearest.clear();
        int words = (slots.limit() + 63) >>> 6;
        if (visited.length < words) {
            visited = new long[words + words / 2];
        } else {
            Arrays.fill(visited, 0, words, 0);
        }
    }
}
