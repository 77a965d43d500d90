package io.buyme.index;

import com.github.jelmerk.hnswlib.core.DistanceFunction;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import io.buyme.api.Metric;
import java.util.List;

/**
 * A graph of hnswlib-core over rows. It may be searched while one thread changes it, except for {@link #reserve},
 * which has to be alone: the library swaps unguarded arrays there.
 *
 * <p>The library keeps a removed node, marked, in its place for good; {@link #slots} counts these too. It draws the
 * levels of nodes from an unseeded generator, so two graphs of the same rows differ.
 */
final class HnswlibGraph {

    private final HnswIndex<Row, float[], Node, Float> graph;
    private int slots;

    HnswlibGraph(Metric metric, int dimension, GraphOptions options, int room) {
        this.graph = HnswIndex.newBuilder(dimension, distance(metric), Math.max(room, 1))
                .withM(options.m())
                .withEfConstruction(options.efConstruction())
                // The library weighs as many candidates as it is asked for rows, or this many if that is more.
                .withEf(1)
                .withRemoveEnabled()
                .build();
    }

    /** Returns how many places are taken, by rows or for good. */
    int slots() {
        return slots;
    }

    /** Takes places for rows that are about to be added. */
    void reserve(int more) {
        slots += more;
        if (slots > graph.getMaxItemCount()) {
            graph.resize(slots + slots / 2);
        }
    }

    void add(Row row, float[] vector) {
        graph.add(new Node(row, vector));
    }

    void remove(Row row) {
        graph.remove(row, 0);
    }

    /** Weighs so many candidates, and returns about that many rows, near ones first. Some may be retired. */
    List<Row> nearest(float[] vector, int count) {
        // The library fails in an interrupted thread, although a search waits for next to nothing.
        boolean interrupted = Thread.interrupted();
        try {
            return graph.findNearest(vector, count).stream()
                    .map(result -> result.item().id())
                    .toList();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static DistanceFunction<float[], Float> distance(Metric metric) {
        return metric == Metric.EUCLIDEAN ? Distances::squared : Distances::minusDot;
    }

    /** What the library calls an item. It is serializable by its type only; nothing serializes it. */
    private static final class Node implements Item<Row, float[]> {

        private static final long serialVersionUID = 1L;

        private final transient Row row;
        private final transient float[] vector;

        Node(Row row, float[] vector) {
            this.row = row;
            this.vector = vector;
        }

        @Override
        public Row id() {
            return row;
        }

        @Override
        public float[] vector() {
            return vector;
        }

        @Override
        public int dimensions() {
            return vector.length;
        }
    }
}
