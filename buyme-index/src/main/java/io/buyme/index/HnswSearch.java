package io.buyme.index;

import java.util.function.IntPredicate;

/**
 * How a query is answered from one partition: through its graph, or by a scan where that is as quick, or where the graph
 * cannot find enough. A scan finds every row that the query wants.
 */
final class HnswSearch {

    /** Rows beyond the wanted ones that are compared by their vectors after a walk by codes. */
    private static final int SPARE = 8;
    /** Rows that are measured at a time in a scan. */
    private static final int GROUP = 256;
    /** Rows that are asked whether they pass a filter, to learn how many do. */
    private static final int SAMPLE = 200;
    /** What it costs a scan to ask a row whether it passes, measured in looks of a graph search at a row. */
    private static final double ASKING = 0.25;

    private final HnswOptions options;
    private final int[] group = new int[GROUP];
    private final float[] distances = new float[GROUP];
    private final Versions.Reader reader;
    private final Search search;
    private long[] found = {};

    HnswSearch(HnswOptions options, Versions.Reader reader, Search search) {
        this.options = options;
        this.reader = reader;
        this.search = search;
    }

    void search(HnswPartition partition) {
        // In this order: the slots that are there now include all that the graph's entry leads to.
        boolean graphed = partition.graphed() && partition.size() >= options.exactBelow();
        Graph.Entry entry = partition.graph().entry();
        Slots slots = partition.slots();
        reader.walk().begin(slots, search.vector(), 0);
        if (!graphed || !walk(partition, entry, slots)) {
            scan(slots, partition.longest());
        }
    }

    /** Offers what the graph finds. Returns false, and offers nothing, if a scan is to be preferred. */
    private boolean walk(HnswPartition partition, Graph.Entry entry, Slots slots) {
        int rows = partition.size();
        int candidates = Math.max(search.candidates().orElse(options.efSearch()), search.wanted());
        double looks = (double) candidates * options.m();
        double share = search.filtered() ? passingShare(slots) : 1;
        double scanned = search.filtered() ? rows * (share + ASKING) : rows;
        if (!entry.exists() || looks > share * scanned) {
            return false;
        }
        long start = reader.walk().descend(entry.slot(), entry.level(), 0);
        double longest = partition.longest();
        if (search.filtered()) {
            IntPredicate passing = row -> visible(slots, row) && search.passes(slots.id(row));
            return reader.walk().spread(start, 0, candidates, passing, rows / 2) && offerFound(slots, longest);
        }
        // Few rows ever are invisible, and to ask each whether it is one costs more than to do without them in the end.
        reader.walk().spread(start, 0, candidates, row -> true, Long.MAX_VALUE);
        if (offerFound(slots, longest)) {
            return true;
        }
        reader.walk().spread(start, 0, candidates, row -> visible(slots, row), Long.MAX_VALUE);
        return offerFound(slots, longest);
    }

    /** Offers the visible rows of the last walk, if they are enough. Tells whether they were. */
    private boolean offerFound(Slots slots, double longest) {
        int most = reader.walk().found();
        if (found.length < most) {
            found = new long[most];
        }
        int all = reader.walk().take(found);
        int count = 0;
        for (int i = 0; i < all; i++) {
            if (visible(slots, Found.slot(found[i]))) {
                found[count++] = found[i];
            }
        }
        if (count < search.wanted()) {
            return false;
        }
        if (reader.walk().coded()) {
            offerNearest(slots, Math.min(count, search.wanted() + SPARE), longest);
            return true;
        }
        float floor = search.floor(longest);
        for (int i = 0; i < count && !(-Found.distance(found[i]) < floor); i++) {
            if (offer(slots, Found.slot(found[i]))) {
                floor = search.floor(longest);
            }
        }
        return true;
    }

    /** Offers the first rows found, whose codes tell their order but for near ties. */
    private void offerNearest(Slots slots, int most, double longest) {
        for (int from = 0; from < most; from += GROUP) {
            int count = Math.min(GROUP, most - from);
            for (int i = 0; i < count; i++) {
                group[i] = Found.slot(found[from + i]);
            }
            offerGroup(slots, count, longest);
        }
    }

    private void offerGroup(Slots slots, int count, double longest) {
        reader.walk().measure(group, count, distances);
        float floor = search.floor(longest);
        for (int i = 0; i < count; i++) {
            // Not "at least": an overflow that ended in NaN has to be looked at exactly.
            if (!(-distances[i] < floor) && offer(slots, group[i])) {
                floor = search.floor(longest);
            }
        }
    }

    private boolean visible(Slots slots, int row) {
        return slots.visible(row, reader.version());
    }

    /** Asks the filter about rows here and there. */
    private double passingShare(Slots slots) {
        int asked = 0;
        int passed = 0;
        for (int i = 0; i < SAMPLE; i++) {
            // Multiples of the golden ratio are spread evenly and keep no step with anything in the ids.
            int slot = (int) ((((i * 0x9E3779B9L) & 0xFFFFFFFFL) * slots.limit()) >>> 32);
            if (visible(slots, slot)) {
                asked++;
                passed += search.passes(slots.id(slot)) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) passed / asked;
    }

    private void scan(Slots slots, double longest) {
        int next = 0;
        while (next < slots.limit()) {
            int count = 0;
            for (; next < slots.limit() && count < GROUP; next++) {
                if (visible(slots, next) && (!search.filtered() || search.passes(slots.id(next)))) {
                    group[count++] = next;
                }
            }
            offerGroup(slots, count, longest);
        }
    }

    private boolean offer(Slots slots, int row) {
        return search.offer(slots.id(row), slots.vectors(row), slots.offset(row));
    }
}
