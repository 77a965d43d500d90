package io.buyme.index;

import java.util.function.IntPredicate;

/**
 * How a query is answered from one partition: through its graph, or by a scan where that is as quick, or where the graph
 * cannot find enough. A scan finds every row that the query wants.
 */
final class HnswSearch {

    /** Rows beyond the wanted ones, among which nearly equal scores are put in order exactly. */
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
        long candidates = Math.max(search.candidates().orElse(options.efSearch()), (long) search.wanted() + SPARE);
        double looks = (double) candidates * options.m();
        double share = search.filtered() ? passingShare(slots) : 1;
        double scanned = search.filtered() ? rows * (share + ASKING) : rows;
        if (!entry.exists() || looks > share * scanned) {
            return false;
        }
        IntPredicate accepted = search.filtered()
                ? row -> slots.visible(row, reader.version()) && search.passes(slots.id(row))
                : row -> slots.visible(row, reader.version());
        Walk walk = reader.walk();
        long start = walk.descend(entry.slot(), entry.level(), 0);
        long most = search.filtered() ? rows / 2 : Long.MAX_VALUE;
        if (!walk.spread(start, 0, (int) candidates, accepted, most) || walk.found() < search.wanted()) {
            return false;
        }
        offerFound(slots);
        return true;
    }

    private void offerFound(Slots slots) {
        int most = Math.min(reader.walk().found(), search.wanted() + SPARE);
        if (found.length < most) {
            found = new long[most];
        }
        int count = reader.walk().take(found, most);
        for (int i = 0; i < count; i++) {
            int row = Found.slot(found[i]);
            search.offer(slots.id(row), slots.vectors(row), slots.offset(row));
        }
    }

    /** Asks the filter about rows here and there. */
    private double passingShare(Slots slots) {
        int asked = 0;
        int passed = 0;
        for (int i = 0; i < SAMPLE; i++) {
            // Multiples of the golden ratio are spread evenly and keep no step with anything in the ids.
            int slot = (int) ((((i * 0x9E3779B9L) & 0xFFFFFFFFL) * slots.limit()) >>> 32);
            if (slots.visible(slot, reader.version())) {
                asked++;
                passed += search.passes(slots.id(slot)) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) passed / asked;
    }

    private void scan(Slots slots, double longest) {
        float floor = search.floor(longest);
        int next = 0;
        while (next < slots.limit()) {
            int count = 0;
            for (; next < slots.limit() && count < GROUP; next++) {
                if (slots.visible(next, reader.version()) && (!search.filtered() || search.passes(slots.id(next)))) {
                    group[count++] = next;
                }
            }
            reader.walk().measure(group, count, distances);
            for (int i = 0; i < count; i++) {
                // Not "at least": an overflow that ended in NaN has to be looked at exactly.
                if (!(-distances[i] < floor) && offer(slots, group[i])) {
                    floor = search.floor(longest);
                }
            }
        }
    }

    private boolean offer(Slots slots, int row) {
        return search.offer(slots.id(row), slots.vectors(row), slots.offset(row));
    }
}
