package io.buyme.index;

import io.buyme.api.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A partition with a graph that follows its table. The table is the truth: the graph only proposes rows, and rows that
 * are not in it yet are looked at one by one, so a search sees every write that returned, however far behind the graph
 * is. Guarded by the lock of the index; {@link Chunk#insert} alone runs beside searches.
 */
final class GraphedPartition {

    /** Rows inserted between two looks at the table: few enough not to keep a writer waiting for long. */
    private static final int CHUNK = 64;
    /** With more waiting rows than one in so many, a scan is quicker than a graph search and a look at each of them. */
    private static final int WAITING_SHARE = 64;
    /** Asking a graph for more than one row in so many costs more than a scan. */
    private static final int FETCH_SHARE = 64;

    /** Rows beyond the wanted ones, among which equal scores are put in order by id. */
    private static final long SPARE = 8;

    private static final int FETCH_GROWTH = 4;
    private static final int FREE_WASTE = 64;

    private final FlatStore store;
    private final Metric metric;
    private final int dimension;
    private final GraphOptions options;
    private final Set<Row> waiting = new LinkedHashSet<>();
    private final List<Row> retired = new ArrayList<>();
    private @Nullable HnswlibGraph graph;
    private boolean givenUp;

    GraphedPartition(FlatStore store, Metric metric, int dimension, GraphOptions options) {
        this.store = store;
        this.metric = metric;
        this.dimension = dimension;
        this.options = options;
    }

    void add(Row row) {
        if (graph != null) {
            waiting.add(row);
        }
    }

    void retire(Row row) {
        if (graph != null && !waiting.remove(row)) {
            retired.add(row);
        }
    }

    /** Does without a graph from now on: scans find everything too. */
    void giveUp() {
        givenUp = true;
        dropGraph();
    }

    /** Tells whether the graph has something to catch up on. */
    boolean behind() {
        return needsNewGraph() || needsNoGraph() || !waiting.isEmpty() || !retired.isEmpty();
    }

    void search(Search search) {
        HnswlibGraph current = graph;
        boolean mostlyWaiting = (long) waiting.size() * WAITING_SHARE > store.size();
        if (current == null || store.size() < options.exactBelow() || mostlyWaiting || !propose(current, search)) {
            store.scan(List.of(search));
        }
    }

    /** Returns what the graph is to do next, after it has done what it was told before. */
    Chunk next(@Nullable Chunk done) {
        if (done != null && done.graph == graph) {
            done.rows.forEach(waiting::remove);
            // These were retired while the graph took them in.
            done.rows.stream().filter(row -> !row.live()).forEach(retired::add);
        }
        if (needsNewGraph()) {
            startOver();
        } else if (needsNoGraph()) {
            dropGraph();
        }
        HnswlibGraph current = graph;
        if (current == null) {
            return Chunk.EMPTY;
        }
        List<Row> rows = waiting.stream().limit(CHUNK).toList();
        current.reserve(rows.size());
        List<float[]> vectors = rows.stream().map(store::vector).toList();
        Chunk chunk = new Chunk(current, List.copyOf(retired), rows, vectors);
        retired.clear();
        return chunk;
    }

    /**
     * The library never frees the place of a removed row, and its searches may stop at one: where removed rows had been
     * as many as live ones, recall fell below a half now and then. So a graph is built anew well before.
     */
    private boolean needsNewGraph() {
        if (givenUp || store.size() < Math.max(options.exactBelow(), 1)) {
            return false;
        }
        return graph == null || graph.slots() > store.size() + store.size() / 2 + FREE_WASTE;
    }

    /** Not as soon as it is small enough to do without, lest it goes back and forth. */
    private boolean needsNoGraph() {
        return graph != null && store.size() < options.exactBelow() / 2;
    }

    private void dropGraph() {
        graph = null;
        waiting.clear();
        retired.clear();
    }

    private void startOver() {
        graph = new HnswlibGraph(metric, dimension, options, store.size() + store.size() / 4 + CHUNK);
        retired.clear();
        waiting.clear();
        waiting.addAll(store.rows());
    }

    /**
     * Asks the graph for more and more rows until enough of them pass. Returns false, and offers nothing, if that would
     * cost more than a scan; so a search returns as many as it should, however few pass its filter.
     */
    private boolean propose(HnswlibGraph current, Search search) {
        int wanted = Math.min(search.wanted(), store.size());
        Predicate<Row> usable = row -> row.live() && !waiting.contains(row) && search.passes(row);
        long most = Math.max(options.efSearch(), store.size() / FETCH_SHARE);
        long fetch = Math.max(wanted + SPARE, search.candidates().orElse(options.efSearch()));
        for (; fetch <= most; fetch *= FETCH_GROWTH) {
            List<Row> near = current.nearest(search.vector(), (int) fetch);
            List<Row> rows = near.stream().filter(usable).limit(wanted + SPARE).toList();
            if (rows.size() >= wanted) {
                rows.forEach(row -> store.offer(row, search));
                waiting.stream().filter(search::passes).forEach(row -> store.offer(row, search));
                return true;
            }
        }
        return false;
    }

    /** Some rows for the graph to forget, and some to take in. */
    static final class Chunk {

        private static final Chunk EMPTY = new Chunk(null, List.of(), List.of(), List.of());

        private final @Nullable HnswlibGraph graph;
        private final List<Row> retired;
        private final List<Row> rows;
        private final List<float[]> vectors;

        private Chunk(@Nullable HnswlibGraph graph, List<Row> retired, List<Row> rows, List<float[]> vectors) {
            this.graph = graph;
            this.retired = retired;
            this.rows = rows;
            this.vectors = vectors;
        }

        boolean isEmpty() {
            return retired.isEmpty() && rows.isEmpty();
        }

        /** Brings the graph up to date, beside searches and writes. */
        void insert() {
            HnswlibGraph target = graph;
            if (target == null) {
                return;
            }
            retired.forEach(target::remove);
            for (int i = 0; i < rows.size(); i++) {
                target.add(rows.get(i), vectors.get(i));
            }
        }
    }
}
