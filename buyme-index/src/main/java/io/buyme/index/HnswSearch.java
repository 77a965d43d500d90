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
    /**
     * How many more rows a walk looks at because of a filter. Measured on Fashion-MNIST and on clusters at shares from
     * 0.1 to 0.5: recall is that of a search without a filter, in at most 2.7 times its time.
     */
    private static final double STRETCH = 1.5;
    /**
     * Passing rows that a walk collects at least, by those wanted, lest it stop in front of some that lie apart: so many
     * where few pass, and up to one more where many do and more of them cost little.
     */
    private static final double LEAST_ACCEPTED = 1.5;

    private final HnswOptions options;
    private final int[] group = new int[GROUP];
    private final float[] distances = new float[GROUP];
    private final Versions.Reader reader;
    private final CallFilters filters;
    private final Search search;
    private long[] found = {};

    HnswSearch(HnswOptions options, Versions.Reader reader, CallFilters filters, Search search) {
        this.options = options;
        this.reader = reader;
        this.filters = filters;
        this.search = search;
    }

    void search(HnswPartition partition) {
        // In this order: the slots that are there now include all that the graph's entry leads to.
        boolean graphed = partition.graphed() && partition.size() >= options.exactBelow();
        Graph.Entry entry = partition.graph().entry();
        Slots slots = partition.slots();
        reader.walk().begin(slots, search.vector(), 0);
        boolean walks = graphed && entry.exists();
        if (search.filter().isPresent()) {
            Passing passing = filters.answers(search.filter().get(), partition, slots);
            if (!walks || !walk(partition, entry, slots, passing)) {
                scan(slots, passing, partition.longest());
            }
        } else if (!walks || candidates() * options.m() > partition.size() || !walk(partition, entry, slots)) {
            scan(slots, partition.longest());
        }
    }

    private long candidates() {
        return Math.max(search.candidates().orElse(options.efSearch()), search.wanted());
    }

    /** Offers what the graph finds. Returns false, and offers nothing, if that is too little. */
    private boolean walk(HnswPartition partition, Graph.Entry entry, Slots slots) {
        int candidates = (int) candidates();
        double longest = partition.longest();
        long start = reader.walk().descend(entry.slot(), entry.level(), 0);
        // Few rows ever are invisible, and to ask each whether it is one costs more than to do without them in the end.
        reader.walk().spread(start, 0, candidates, row -> true, Long.MAX_VALUE);
        if (offerFound(slots, longest)) {
            return true;
        }
        reader.walk().spread(start, 0, candidates, row -> visible(slots, row), Long.MAX_VALUE);
        return offerFound(slots, longest);
    }

    /** Offers what the graph finds among the rows that pass. Returns false, and offers nothing, if a scan is better. */
    private boolean walk(HnswPartition partition, Graph.Entry entry, Slots slots, Passing passing) {
        int rows = Math.max(1, partition.size());
        int known = passing.passed() + passing.refused();
        double share = known > rows / 2 ? (double) passing.passed() / known : passingShare(slots, passing);
        double asking = ASKING * Math.max(0, rows - known) / rows;
        int accepted = accepted(share);
        double looks = accepted * (1 + asking) * options.m() / share;
        double scanned = rows * (share + asking);
        if (looks > scanned) {
            return false;
        }
        long start = reader.walk().descend(entry.slot(), entry.level(), 0);
        IntPredicate passes = row -> passing.test(slots, row, reader.version(), search);
        // Where rows that pass are far from the query, the walk is long; then a scan costs no more than what was spent.
        long most = (long) Math.min(scanned, rows / 2.0);
        return reader.walk().spread(start, 0, accepted, passes, most) && offerFound(slots, partition.longest());
    }

    /**
     * Returns how many passing rows a walk collects. It looks at many more to find them, the more the fewer pass, so as
     * many as without a filter would find more than was asked for, and take far longer.
     */
    private int accepted(double share) {
        double near = Math.min(1, STRETCH * share) * candidates();
        return (int) Math.ceil(Math.max(near, (LEAST_ACCEPTED + share) * search.wanted()));
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
    private double passingShare(Slots slots, Passing passing) {
        int asked = 0;
        int passed = 0;
        for (int i = 0; i < SAMPLE; i++) {
            // Multiples of the golden ratio are spread evenly and keep no step with anything in the ids.
            int slot = (int) ((((i * 0x9E3779B9L) & 0xFFFFFFFFL) * slots.limit()) >>> 32);
            if (visible(slots, slot)) {
                asked++;
                passed += passing.test(slots, slot, reader.version(), search) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) passed / asked;
    }

    private void scan(Slots slots, double longest) {
        int count = 0;
        for (int slot = 0; slot < slots.limit(); slot++) {
            if (visible(slots, slot)) {
                count = gather(slots, slot, count, longest);
            }
        }
        offerGroup(slots, count, longest);
    }

    private void scan(Slots slots, Passing passing, double longest) {
        int count = 0;
        for (int slot = passing.next(slots, 0); slot < slots.limit(); slot = passing.next(slots, slot + 1)) {
            if (passing.test(slots, slot, reader.version(), search)) {
                count = gather(slots, slot, count, longest);
            }
        }
        offerGroup(slots, count, longest);
    }

    /** Puts a row to the group that is measured next, and measures that if it is complete. Returns its new size. */
    private int gather(Slots slots, int slot, int count, double longest) {
        group[count] = slot;
        if (count + 1 < GROUP) {
            return count + 1;
        }
        offerGroup(slots, GROUP, longest);
        return 0;
    }

    private boolean offer(Slots slots, int row) {
        return search.offer(slots.id(row), slots.vectors(row), slots.offset(row));
    }
}
