package io.buyme.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * The graph over the rows of a partition: hierarchical navigable small world (Malkov and Yashunin, "Efficient and
 * robust approximate nearest neighbor search using Hierarchical Navigable Small World graphs", 2018). Changed by one
 * writer, while others walk through it.
 *
 * <p>Rows are taken in a few at a time, as in ParlayANN (Manohar et al., 2024): each is linked, beside the others, to
 * rows that were there before and to those of its group that come before it; then whatever was linked to is linked
 * back. No two threads write the links of the same row, so the graph is the same, however many threads there are.
 *
 * <p>Rows are taken out many at a time, as in FreshDiskANN (Singh et al., 2021): whoever was linked to one is linked
 * anew. Measured after half of the rows were replaced, it takes the neighbors of all its neighbors to choose from, not
 * of the removed ones alone, and links back, to keep the recall of a fresh graph.
 */
final class Graph {

    /** The most rows of a group; each is compared with half of them on average, beside thousands in the graph. */
    private static final int MOST_AT_ONCE = 64;
    /** A group is at most this share of the graph, so that nearly all that a row wants to be linked to is there. */
    private static final int GROUP_SHARE = 32;

    /** Fewer rows are not worth waking other threads for. */
    private static final int WORTH_SHARING = 8;

    private final Links links;
    private final int threads;
    private final Supplier<Linker> newLinker;
    private final Queue<Linker> idle = new ConcurrentLinkedQueue<>();
    private volatile Entry entry = Entry.NONE;

    Graph(Measure measure, Links links, int efConstruction, int threads) {
        this.links = links;
        this.threads = threads;
        this.newLinker = () -> new Linker(measure, links, efConstruction);
    }

    /** Returns where searches begin. */
    Entry entry() {
        return entry;
    }

    void enterAt(Entry newEntry) {
        entry = newEntry;
    }

    /**
     * Links rows, which are in their slots already, and on their levels.
     *
     * @param present how many rows the graph has
     */
    void insertAll(Slots slots, int[] rows, int present) {
        int next = 0;
        while (next < rows.length) {
            int most = Math.max(1, Math.min(MOST_AT_ONCE, (present + next) / GROUP_SHARE));
            int end = next + 1;
            if (links.levels(slots, rows[next]) <= entry.level()) {
                while (end < rows.length && end < next + most && links.levels(slots, rows[end]) <= entry.level()) {
                    end++;
                }
            }
            insertGroup(slots, Arrays.copyOfRange(rows, next, end));
            next = end;
        }
    }

    /**
     * Takes rows out. No search may need them any more; those under way may still pass through.
     *
     * @param rows which slots have rows, apart from those to be taken out
     */
    void remove(Slots slots, BitSet removed, BitSet rows) {
        if (removed.get(entry.slot())) {
            entry = highest(slots, rows);
        }
        int[] left = rows.stream().toArray();
        share(left.length, 1, (linker, i) -> linker.relink(slots, left[i], removed));
    }

    /** Returns the first row on the highest level. */
    Entry highest(Slots slots, BitSet rows) {
        Entry best = Entry.NONE;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            int level = links.levels(slots, row);
            if (level > best.level()) {
                best = new Entry(row, level);
            }
        }
        return best;
    }

    /** Links rows of which only one alone may be on a higher level than all in the graph. */
    private void insertGroup(Slots slots, int[] group) {
        Entry top = entry;
        if (top.exists()) {
            int most = group.length < WORTH_SHARING ? 1 : threads;
            share(group.length, most, (linker, i) -> linker.link(slots, group[i], top, group, i));
            BackLinks back = BackLinks.of(slots, links, group);
            share(back.targets(), most, (linker, i) -> back.link(slots, i, linker));
        }
        int levels = links.levels(slots, group[0]);
        if (levels > top.level()) {
            entry = new Entry(group[0], levels);
        }
    }

    private void share(int tasks, int most, ObjIntConsumer<Linker> task) {
        idle.addAll(SharedTasks.run(tasks, most, this::linker, task));
    }

    private Linker linker() {
        Linker linker = idle.poll();
        return linker == null ? newLinker.get() : linker;
    }

    /**
     * Where searches begin.
     *
     * @param slot of a row on the highest level
     * @param level that level; less than zero if there is no row
     */
    record Entry(int slot, int level) {

        static final Entry NONE = new Entry(0, -1);

        boolean exists() {
            return level >= 0;
        }
    }
}
