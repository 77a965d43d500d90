package io.buyme.index;

import java.io.IOException;

/** Reads the graph of a partition, whose rows are in slots that are numbered like them, and checks it. */
final class HnswGraphReader {

    private static final int HIGHEST_LEVEL = 64;

    private final SnapshotInput input;
    private final HnswPartition partition;
    private final Links links;
    private final Slots slots;
    private final int rows;
    private final int[] read;

    HnswGraphReader(SnapshotInput input, HnswPartition partition) {
        this.input = input;
        this.partition = partition;
        this.links = partition.links();
        this.slots = partition.slots();
        this.rows = partition.rows().cardinality();
        this.read = new int[links.most(0)];
    }

    /** Reads the section. The partition has no graph afterwards if this one has another number of links. */
    void read() throws IOException {
        int m = input.readInt();
        if (m != links.most(1)) {
            input.skipSection();
            return;
        }
        int count = input.readInt();
        long taken = input.readLong();
        Graph.Entry entry = new Graph.Entry(input.readInt(), input.readInt());
        if (count != rows || rows == 0 || taken < rows || isNoRow(entry.slot())) {
            throw damaged("has %s rows and begins at row %s, but the partition has %d"
                    .formatted(Integer.toUnsignedString(count), Integer.toUnsignedString(entry.slot()), rows));
        }
        for (int row = 0; row < rows; row++) {
            readRow(row);
        }
        checkLevels(entry);
        input.endSection();
        partition.adopt(entry, taken);
    }

    private void readRow(int row) throws IOException {
        int levels = input.readInt();
        if (levels < 0 || levels > HIGHEST_LEVEL) {
            throw damaged("claims a level %s".formatted(Integer.toUnsignedString(levels)));
        }
        links.reset(slots, row, levels);
        for (int level = 0; level <= levels; level++) {
            int count = input.readInt();
            if (count < 0 || count > links.most(level)) {
                throw damaged("claims %s links of one row".formatted(Integer.toUnsignedString(count)));
            }
            for (int i = 0; i < count; i++) {
                read[i] = input.readInt();
                if (isNoRow(read[i])) {
                    throw damaged("links to row %s of %d".formatted(Integer.toUnsignedString(read[i]), rows));
                }
            }
            links.write(slots, row, level, read, count);
        }
    }

    /** A link leads to a row of the same level; where searches begin, no level is higher. */
    private void checkLevels(Graph.Entry entry) {
        for (int row = 0; row < rows; row++) {
            int levels = links.levels(slots, row);
            if (levels > entry.level()) {
                throw damaged("begins below its highest level");
            }
            for (int level = levels; level > 0; level--) {
                int count = links.read(slots, row, level, read);
                for (int i = 0; i < count; i++) {
                    if (links.levels(slots, read[i]) < level) {
                        throw damaged("links rows of different levels");
                    }
                }
            }
        }
        if (links.levels(slots, entry.slot()) != entry.level()) {
            throw damaged("begins at a row of another level");
        }
    }

    private boolean isNoRow(int row) {
        return row < 0 || row >= rows;
    }

    private IndexFormatException damaged(String problem) {
        return input.damaged("the graph of partition '%s' %s".formatted(partition.name(), problem));
    }
}
