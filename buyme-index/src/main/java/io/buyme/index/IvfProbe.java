package io.buyme.index;

import io.buyme.api.Metric;

/** A search in one partition after the other, with the memory that it needs; and the order in which it meets lists. */
final class IvfProbe {

    private final Search search;
    private final Metric metric;
    private final float[] scores = new float[VectorBlock.MAX_ROWS];
    private final float[] row;
    private final LongHeap lists = new LongHeap();
    private float[] distances = {};
    private float distance;

    IvfProbe(Search search, Metric metric) {
        this.search = search;
        this.metric = metric;
        this.row = new float[search.vector().length];
    }

    Search search() {
        return search;
    }

    boolean euclidean() {
        return metric == Metric.EUCLIDEAN;
    }

    /** Returns room for the scores of a block. */
    float[] scores() {
        return scores;
    }

    /** Returns room for a vector. */
    float[] row() {
        return row;
    }

    /**
     * Puts lists in order: by the distance to their centers, or by the inner product where entries are compared by that.
     * Under the cosine the distance says more: the centers, means of unit vectors, are shorter where vectors differ.
     */
    void rank(Centers centers) {
        if (distances.length < centers.count()) {
            distances = new float[centers.count()];
        }
        if (metric == Metric.DOT) {
            centers.minusDots(search.vector(), distances, scores);
        } else {
            centers.squaredDistances(search.vector(), distances, scores);
        }
        lists.clear();
        for (int i = 0; i < centers.count(); i++) {
            lists.push(Found.of(distances[i], i));
        }
    }

    boolean hasNext() {
        return lists.size() > 0;
    }

    /** Returns the next list. */
    int next() {
        long next = lists.pop();
        distance = Found.distance(next);
        return Found.slot(next);
    }

    /** Returns the distance of the list that was returned last. */
    float distance() {
        return distance;
    }
}
