package io.buyme.index;

/** The graph of an {@code IndexHNSWFlat}: per row its links on each level, in the rows' order. */
final class FaissGraph {

    private final int m;
    private final Graph.Entry entry;
    private final int[][][] links;

    /**
     * @param m the most links on an upper level; twice as many on the lowest
     * @param entry where searches begin
     * @param links per row and level; become the graph's own
     */
    FaissGraph(int m, Graph.Entry entry, int[][][] links) {
        this.m = m;
        this.entry = entry;
        this.links = links;
    }

    int m() {
        return m;
    }

    Graph.Entry entry() {
        return entry;
    }

    int rows() {
        return links.length;
    }

    /** Returns the highest level of a row. */
    int level(int row) {
        return links[row].length - 1;
    }

    /** Returns links themselves, which are not to be changed. */
    int[] links(int row, int level) {
        return links[row][level];
    }

    /** Writes the section of a snapshot that holds it. */
    void write(SnapshotOutput output) {
        long ints = 6;
        for (int[][] levels : links) {
            ints += 1 + levels.length;
            for (int[] list : levels) {
                ints += list.length;
            }
        }
        output.beginSection(SnapshotFormat.GRAPH, ints * Integer.BYTES);
        output.writeInt(m);
        output.writeInt(links.length);
        output.writeLong(links.length);
        output.writeInt(entry.slot());
        output.writeInt(entry.level());
        for (int[][] levels : links) {
            output.writeInt(levels.length - 1);
            for (int[] list : levels) {
                output.writeInt(list.length);
                for (int link : list) {
                    output.writeInt(link);
                }
            }
        }
        output.endSection();
    }
}
