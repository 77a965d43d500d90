package io.buyme.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The graph over the rows of a partition: hierarchical navigable small world (Malkov and Yashunin, "Efficient and
 * robust approximate nearest neighbor search using Hierarchical Navigable Small World graphs", 2018). Rows are taken
 * out many at a time, as in FreshDiskANN (Singh et al., 2021): whoever was linked to one is linked anew. Measured after
 * half of the rows were replaced, it takes the neighbors of all its neighbors to choose from, not of the removed ones
 * alone, and links back, to keep the recall of a fresh graph. Changed by one thread, while others walk through it.
 */
final class Graph {

    private final Links links;
    private final int efConstruction;
    private final Walk walk;
    private final int[] selected;
    private final int[] read;
    private long[] found = new long[256];
    private final long[] back;
    private volatile Entry entry = Entry.NONE;

    Graph(Measure measure, Links links, int efConstruction) {
        this.links = links;
        this.efConstruction = efConstruction;
        this.walk = new Walk(measure, links);
        this.selected = new int[links.most(0)];
        this.read = new int[links.most(0)];
        this.back = new long[links.most(0) + 1];
    }

    /** Returns where searches begin. */
    Entry entry() {
        return entry;
    }

    void enterAt(Entry newEntry) {
        entry = newEntry;
    }

    /** Links a row, which is in its slot already. */
    void insert(Slots slots, int row, int levels) {
        links.reset(slots, row, levels);
        Entry top = entry;
        if (!top.exists()) {
            entry = new Entry(row, levels);
            return;
        }
        walk.begin(slots, slots.vectors(row), slots.offset(row));
        long start = walk.descend(top.slot(), top.level(), levels);
        for (int level = Math.min(levels, top.level()); level >= 0; level--) {
            walk.spread(start, level, efConstruction, other -> other != row && !slots.dying(other), Long.MAX_VALUE);
            int count = takeFound();
            if (count > 0) {
                start = found[0];
            }
            connect(slots, row, level, count);
        }
        if (levels > top.level()) {
            entry = new Entry(row, levels);
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
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            for (int level = links.levels(slots, row); level >= 0; level--) {
                if (isLinkedToAny(slots, row, level, removed)) {
                    relink(slots, row, level, removed);
                }
            }
        }
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

    private int takeFound() {
        if (found.length < walk.found()) {
            found = new long[walk.found()];
        }
        return walk.take(found);
    }

    private void connect(Slots slots, int row, int level, int count) {
        int chosen = select(slots, found, count, links.most(1));
        links.write(slots, row, level, selected, chosen);
        for (int neighbor : Arrays.copyOf(selected, chosen)) {
            linkBack(slots, neighbor, level, row);
        }
    }

    private void linkBack(Slots slots, int neighbor, int level, int row) {
        if (!links.add(slots, neighbor, level, row)) {
            replaceOne(slots, neighbor, level, row);
        }
    }

    /** Selects anew among the links of a row that has as many as it may, and one more. */
    private void replaceOne(Slots slots, int row, int level, int more) {
        int count = links.read(slots, row, level, read);
        for (int i = 0; i < count; i++) {
            back[i] = Found.of(walk.between(slots, row, read[i]), read[i]);
        }
        back[count] = Found.of(walk.between(slots, row, more), more);
        Arrays.sort(back, 0, count + 1);
        links.write(slots, row, level, selected, select(slots, back, count + 1, links.most(level)));
    }

    /**
     * The paper's heuristic (its algorithm 4): a row is selected if it is nearer to the one to be linked than to any
     * that was selected before, so that links go out in all directions.
     */
    private int select(Slots slots, long[] nearestFirst, int count, int most) {
        int chosen = 0;
        for (int i = 0; i < count && chosen < most; i++) {
            int candidate = Found.slot(nearestFirst[i]);
            if (isNearerThanAnySelected(slots, candidate, Found.distance(nearestFirst[i]), chosen)) {
                selected[chosen++] = candidate;
            }
        }
        return chosen;
    }

    private boolean isNearerThanAnySelected(Slots slots, int candidate, float distance, int chosen) {
        for (int i = 0; i < chosen; i++) {
            if (walk.between(slots, candidate, selected[i]) < distance) {
                return false;
            }
        }
        return true;
    }

    private boolean isLinkedToAny(Slots slots, int row, int level, BitSet removed) {
        int count = links.read(slots, row, level, read);
        for (int i = 0; i < count; i++) {
            if (removed.get(read[i])) {
                return true;
            }
        }
        return false;
    }

    private void relink(Slots slots, int row, int level, BitSet removed) {
        BitSet candidates = new BitSet();
        int count = links.read(slots, row, level, read);
        int[] neighbors = Arrays.copyOf(read, count);
        for (int neighbor : neighbors) {
            candidates.set(neighbor);
            int more = links.read(slots, neighbor, level, read);
            for (int i = 0; i < more; i++) {
                candidates.set(read[i]);
            }
        }
        candidates.andNot(removed);
        candidates.clear(row);
        long[] sorted = candidates.stream()
                .mapToLong(other -> Found.of(walk.between(slots, row, other), other))
                .sorted()
                .toArray();
        int chosen = select(slots, sorted, sorted.length, links.most(level));
        links.write(slots, row, level, selected, chosen);
        for (int neighbor : Arrays.copyOf(selected, chosen)) {
            if (!links.has(slots, neighbor, level, row)) {
                linkBack(slots, neighbor, level, row);
            }
        }
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
