package io.buyme.index;

import java.io.IOException;

/** Reads the graph of an {@code IndexHNSW}, and checks it. */
final class FaissGraphReader {

    private static final int NONE = -1;

    private final SnapshotInput input;
    private final FaissReader reader;

    FaissGraphReader(SnapshotInput input, FaissReader reader) {
        this.input = input;
        this.reader = reader;
    }

    FaissGraph read(int rows) throws IOException {
        // The probabilities of levels, which only adding rows has a use for.
        reader.readLongs(reader.readCount(Double.BYTES, "probabilities"));
        int[] roomTo = reader.readInts(reader.readCount(Integer.BYTES, "levels"));
        reader.readCount(rows, Integer.BYTES, "levels of rows");
        int[] levels = reader.readInts(rows);
        reader.readCount(rows + 1L, Long.BYTES, "offsets");
        long[] offsets = reader.readLongs(rows + 1);
        int[] neighbors = reader.readInts(reader.readCount(Integer.BYTES, "links"));
        int entry = input.readInt();
        int maxLevel = input.readInt();
        // How it was built and is to be searched: efConstruction, efSearch, and one that is out of use.
        reader.readInts(3);
        int m = linksOnUpperLevels(roomTo);
        int[][][] links = new int[rows][][];
        for (int row = 0; row < rows; row++) {
            links[row] = readRow(row, levels[row], offsets, roomTo, neighbors);
        }
        FaissGraph graph = new FaissGraph(m, new Graph.Entry(entry, maxLevel), links);
        check(graph);
        return graph;
    }

    private int linksOnUpperLevels(int[] roomTo) {
        int m = roomTo.length > 2 ? roomTo[2] - roomTo[1] : 0;
        boolean regular = m > 0 && roomTo[0] == 0;
        for (int level = 1; level < roomTo.length && regular; level++) {
            regular = (long) roomTo[level - 1] + (level == 1 ? 2L * m : m) == roomTo[level];
        }
        if (!regular) {
            throw input.damaged(
                    "its graph has no room for links, or not twice as much on the lowest level as on others");
        }
        return m;
    }

    private int[][] readRow(int row, int levels, long[] offsets, int[] roomTo, int[] neighbors) {
        boolean placed = levels >= 1
                && levels < roomTo.length
                && offsets[row] >= 0
                && offsets[row] <= neighbors.length - roomTo[levels]
                && offsets[row + 1] == offsets[row] + roomTo[levels];
        if (!placed) {
            throw input.damaged("row %d of its graph has %d levels, at offset %d of %d links"
                    .formatted(row, levels, offsets[row], neighbors.length));
        }
        int from = (int) offsets[row];
        int[][] links = new int[levels][];
        for (int level = 0; level < levels; level++) {
            links[level] = FaissReader.links(neighbors, from + roomTo[level], from + roomTo[level + 1]);
        }
        return links;
    }

    /** A link leads to a row of the same level; where searches begin, no level is higher. */
    private void check(FaissGraph graph) {
        Graph.Entry entry = graph.entry();
        if (graph.rows() == 0 && entry.slot() == NONE) {
            return;
        }
        if (entry.slot() < 0 || entry.slot() >= graph.rows() || graph.level(entry.slot()) != entry.level()) {
            throw input.damaged("its graph begins at row %d on level %d".formatted(entry.slot(), entry.level()));
        }
        for (int row = 0; row < graph.rows(); row++) {
            for (int level = 0; level <= graph.level(row); level++) {
                for (int link : graph.links(row, level)) {
                    if (link >= graph.rows() || graph.level(link) < level) {
                        throw input.damaged(
                                "row %d of its graph is linked to row %d on level %d".formatted(row, link, level));
                    }
                }
            }
            if (graph.level(row) > entry.level()) {
                throw input.damaged("row %d of its graph is above where searches begin".formatted(row));
            }
        }
    }
}
