package io.buyme.index;

/** The rows that are nearest by their codes, among those that pass the filter of a search. For one thread. */
final class IvfCandidates {

    private final Search search;
    private final int limit;
    private final LongHeap nearest = new LongHeap();

    IvfCandidates(Search search, int limit) {
        this.search = search;
        this.limit = limit;
    }

    int size() {
        return nearest.size();
    }

    /** Returns the distance that a row has to be nearer than; NaN as long as there is room for any. */
    float farthest() {
        return full() ? Found.distance(~nearest.top()) : Float.NaN;
    }

    private boolean full() {
        return nearest.size() >= limit;
    }

    /** Considers a row that is near enough. */
    void offer(float distance, IvfRow row) {
        if (!search.passes(row.id())) {
            return;
        }
        long found = ~Found.of(distance, row.number());
        if (!full()) {
            nearest.push(found);
        } else if (found > nearest.top()) {
            nearest.replaceTop(found);
        }
    }

    /** Removes a row, the farthest first, and returns its number and distance, as {@link Found} puts them. */
    long take() {
        return ~nearest.pop();
    }
}
