package io.buyme.index;

import java.util.Arrays;
import java.util.BitSet;

/** Chooses and writes the links of rows. For one thread at a time; made once and used again. */
final class Linker {

    /** One in so many of the links that a row may have is used at least, where there are so many other rows. */
    private static final int LEAST = 2;

    private final Links links;
    private final int efConstruction;
    private final Walk walk;
    private final int[] selected;
    private final int[] passed;
    private final int[] read;
    private final long[] back;
    private long[] found = new long[256];

    Linker(Measure measure, Links links, int efConstruction) {
        this.links = links;
        this.efConstruction = efConstruction;
        this.walk = new Walk(measure, links);
        this.selected = new int[links.most(0)];
        this.passed = new int[links.most(0)];
        this.read = new int[links.most(0)];
        this.back = new long[links.most(0) + 1];
    }

    /**
     * Links a row to others on each of its levels. Nothing is linked to it yet.
     *
     * @param top where to begin
     * @param peers rows that are not in the graph yet, but will be together with this one
     * @param count how many of these to consider
     */
    void link(Slots slots, int row, Graph.Entry top, int[] peers, int count) {
        int levels = links.levels(slots, row);
        walk.begin(slots, slots.vectors(row), slots.offset(row));
        long start = walk.descend(top.slot(), top.level(), levels);
        for (int level = Math.min(levels, top.level()); level >= 0; level--) {
            walk.spread(start, level, efConstruction, other -> other != row && !slots.dying(other), Long.MAX_VALUE);
            int rows = takeFound(count);
            if (rows > 0) {
                start = found[0];
            }
            rows = addPeers(slots, row, level, rows, peers, count);
            links.write(slots, row, level, selected, select(slots, found, rows, links.most(1), links.most(1) / LEAST));
        }
    }

    /** Links a row to another one on a level; if it has as many links as it may, it keeps the best of them. */
    void linkBack(Slots slots, int row, int level, int other) {
        if (!links.add(slots, row, level, other)) {
            replaceOne(slots, row, level, other);
        }
    }

    /** Links a row anew on the levels where it is linked to any of some rows to be removed. */
    void relink(Slots slots, int row, BitSet removed) {
        for (int level = links.levels(slots, row); level >= 0; level--) {
            if (isLinkedToAny(slots, row, level, removed)) {
                relink(slots, row, level, removed);
            }
        }
    }

    private int takeFound(int more) {
        if (found.length < walk.found() + more) {
            found = new long[walk.found() + more];
        }
        return walk.take(found);
    }

    /** Puts the peers on a level among the rows found, where they are as near. Returns how many there are then. */
    private int addPeers(Slots slots, int row, int level, int rows, int[] peers, int count) {
        long farthest = rows < efConstruction ? Long.MAX_VALUE : found[rows - 1];
        int all = rows;
        for (int i = 0; i < count; i++) {
            if (links.levels(slots, peers[i]) >= level) {
                long peer = Found.of(walk.between(slots, row, peers[i]), peers[i]);
                if (peer < farthest) {
                    found[all++] = peer;
                }
            }
        }
        if (all > rows) {
            Arrays.sort(found, 0, all);
        }
        return all;
    }

    /** Selects anew among the links of a row that has as many as it may, and one more. */
    private void replaceOne(Slots slots, int row, int level, int more) {
        int count = links.read(slots, row, level, read);
        for (int i = 0; i < count; i++) {
            back[i] = Found.of(walk.between(slots, row, read[i]), read[i]);
        }
        back[count] = Found.of(walk.between(slots, row, more), more);
        Arrays.sort(back, 0, count + 1);
        int most = links.most(level);
        links.write(slots, row, level, selected, select(slots, back, count + 1, most, most / LEAST));
    }

    /**
     * The paper's heuristic (its algorithm 4): a row is selected if it is nearer to the one to be linked than to any
     * that was selected before, so that links go out in all directions. Of the rows that are passed over, the nearest
     * make up for what is missing to the least number: in a crowd around one row, all others would link to that one
     * only, and no walk would come to most of them.
     */
    private int select(Slots slots, long[] nearestFirst, int count, int most, int least) {
        int chosen = 0;
        int passedOver = 0;
        for (int i = 0; i < count && chosen < most; i++) {
            int candidate = Found.slot(nearestFirst[i]);
            if (isNearerThanAnySelected(slots, candidate, Found.distance(nearestFirst[i]), chosen)) {
                selected[chosen++] = candidate;
            } else if (passedOver < least) {
                passed[passedOver++] = candidate;
            }
        }
        for (int i = 0; i < passedOver && chosen < least; i++) {
            selected[chosen++] = passed[i];
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
        int most = links.most(level);
        int chosen = select(slots, sorted, sorted.length, most, most / LEAST);
        links.write(slots, row, level, selected, chosen);
        for (int neighbor : Arrays.copyOf(selected, chosen)) {
            if (!links.has(slots, neighbor, level, row)) {
                linkBack(slots, neighbor, level, row);
            }
        }
    }
}
