package io.buyme.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The rows of one partition and, from a number of rows on, a graph over them. Changed by one thread at a time, while
 * others search it.
 *
 * <p>A slot goes round: a row is put into it and linked; it is seen from some version on; it is seen no longer from
 * another version on; when no search looks at a version that sees it, links to it are taken away; when no search is
 * under way that may have followed one of these links, the slot is free.
 */
final class HnswPartition {

    /** Links are taken away for many rows at once, because that is a pass over all links. One in so many may wait. */
    private static final int WAITING_SHARE = 1024;

    private static final int WAITING = 64;

    private final String name;
    private final HnswOptions options;
    private final int dimension;
    private final boolean coded;
    private final Links links;
    private final Graph graph;
    private final Filters filters = new Filters();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Deque<Integer> dying = new ArrayDeque<>();
    private final BitSet rows = new BitSet();
    private List<Integer> unlinked = new ArrayList<>();
    private long freeFrom;
    private int used;
    private int held;
    private int born;
    private long taken;
    private float largest;
    private volatile Slots slots;
    private volatile boolean graphed;
    private volatile int size;
    private volatile double longest;

    HnswPartition(String name, int dimension, HnswOptions options, Measure measure, Links links) {
        this.name = name;
        this.options = options;
        this.dimension = dimension;
        this.coded = options.traversal().isCoded(measure);
        this.links = links;
        this.graph = new Graph(measure, links, options.efConstruction(), options.threads());
        this.slots = new Slots(dimension, links.room());
    }

    String name() {
        return name;
    }

    /** Returns the number of rows in the newest state. */
    int size() {
        return size;
    }

    Slots slots() {
        return slots;
    }

    Graph graph() {
        return graph;
    }

    /** Returns what filters said of the rows here. */
    Filters filters() {
        return filters;
    }

    boolean graphed() {
        return graphed;
    }

    /** Returns the greatest length that a vector here ever had. */
    double longest() {
        return longest;
    }

    /** Tells whether a row has these values. */
    boolean holds(int slot, float[] vector) {
        int from = slots.offset(slot);
        return Arrays.equals(slots.vectors(slot), from, from + vector.length, vector, 0, vector.length);
    }

    /** Puts a row into a slot without linking it. No search sees it yet. Returns the slot. */
    int put(String id, float[] vector) {
        int slot = free.isEmpty() ? used : free.removeLast();
        if (slot == used) {
            if (used == slots.limit()) {
                slots = slots.grown();
            }
            used++;
        }
        rows.set(slot);
        held++;
        Codes codes = slots.codes();
        float magnitude = Codes.magnitude(vector, 0, vector.length);
        if (codes != null && !codes.reach(magnitude)) {
            slots = slots.coded(Codes.reaching(vector.length, 2 * magnitude), used);
        }
        largest = Math.max(largest, magnitude);
        slots.setDeath(slot, Slots.NEVER);
        slots.put(slot, id, vector);
        links.reset(slots, slot, 0);
        longest = Math.max(longest, Vectors.length(vector));
        return slot;
    }

    /** Links rows that were put into slots since the last time. No search sees them yet. */
    void link(int[] added) {
        if (graphed) {
            insert(added);
        } else {
            buildGraphIfLarge();
        }
    }

    /** Gives up a row that was put into a slot and not seen yet. */
    void abandon(int slot) {
        rows.clear(slot);
        held--;
        slots.setDeath(slot, 0);
        dying.addFirst(slot);
    }

    /** Makes a row be seen from a version on. */
    void bear(int slot, long version) {
        slots.setBirth(slot, version);
        born++;
        size = born;
    }

    /** Makes a row be seen no longer from a version on. */
    void bury(int slot, long version) {
        slots.setDeath(slot, version);
        rows.clear(slot);
        held--;
        dying.addLast(slot);
        born--;
        size = born;
    }

    /**
     * Does what can be done for rows that were taken away. Has to be told of each version after it was published.
     *
     * @param oldest the oldest version that a search may look at
     * @param next the version that will be published next
     * @param most how many rows may wait, or {@link #patience()}
     * @return whether a version has to be published before the next write
     */
    boolean reclaim(long oldest, long next, int most) {
        if (!unlinked.isEmpty() && freeFrom <= oldest) {
            free.addAll(unlinked);
            unlinked = new ArrayList<>();
        }
        if (!unlinked.isEmpty() || dying.size() <= most) {
            return false;
        }
        BitSet removed = new BitSet();
        while (!dying.isEmpty() && slots.death(dying.peekFirst()) <= oldest) {
            removed.set(dying.removeFirst());
        }
        if (removed.isEmpty()) {
            return false;
        }
        if (graphed) {
            graph.remove(slots, removed, linked());
        }
        removed.stream().forEach(slot -> {
            slots.setBirth(slot, Slots.NEVER);
            unlinked.add(slot);
        });
        freeFrom = next;
        return true;
    }

    /** Returns how many rows may wait to be reclaimed without harm to searches. */
    int patience() {
        return graphed ? WAITING + size / WAITING_SHARE : WAITING;
    }

    /** Tells whether there is nothing here that a search may look at. */
    boolean isOver(long oldest) {
        return rows.isEmpty() && (dying.isEmpty() || slots.death(dying.peekLast()) <= oldest);
    }

    /** Builds a graph over rows that have none yet, if there are enough of them. */
    void buildGraphIfLarge() {
        if (!graphed && held >= Math.max(1, options.exactBelow())) {
            buildGraph();
        }
    }

    /** Returns the slots that have rows, without those that are taken away. For the writer, who may not change them. */
    BitSet rows() {
        return rows;
    }

    /** Returns how many rows the graph has taken in, ever: with the seed, it gives the level of the next. */
    long taken() {
        return taken;
    }

    /** Takes over links that were written to the slots. */
    void adopt(Graph.Entry entry, long count) {
        makeCodes();
        taken = count;
        graph.enterAt(entry);
        graphed = true;
    }

    Links links() {
        return links;
    }

    private BitSet linked() {
        BitSet linked = (BitSet) rows.clone();
        dying.forEach(linked::set);
        return linked;
    }

    private void buildGraph() {
        makeCodes();
        graph.enterAt(Graph.Entry.NONE);
        insert(rows.stream().toArray());
        graphed = true;
    }

    private void makeCodes() {
        if (coded) {
            slots = slots.coded(Codes.reaching(dimension, largest), used);
        }
    }

    private void insert(int[] added) {
        for (int slot : added) {
            links.reset(slots, slot, options.level(taken++));
        }
        graph.insertAll(slots, added, held - added.length);
    }
}
