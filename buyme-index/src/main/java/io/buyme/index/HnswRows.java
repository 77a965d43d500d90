package io.buyme.index;

import java.util.Arrays;
import java.util.BitSet;

/** The rows of a partition with a graph, as they are written to a snapshot: in the order of their slots. */
final class HnswRows implements SnapshotSource {

    private static final int NONE = -1;

    private final HnswPartition partition;
    private final Slots slots;
    private final int[] slotByRow;
    private final int[] rowBySlot;
    private final int[] read;

    HnswRows(HnswPartition partition) {
        this.partition = partition;
        this.slots = partition.slots();
        BitSet rows = partition.rows();
        this.slotByRow = rows.stream().toArray();
        this.rowBySlot = new int[slots.limit()];
        Arrays.fill(rowBySlot, NONE);
        for (int row = 0; row < slotByRow.length; row++) {
            rowBySlot[slotByRow[row]] = row;
        }
        this.read = new int[partition.links().most(0)];
    }

    @Override
    public String partition() {
        return partition.name();
    }

    @Override
    public int size() {
        return slotByRow.length;
    }

    @Override
    public String id(int row) {
        return slots.id(slotByRow[row]);
    }

    @Override
    public void read(int row, float[] vector) {
        int slot = slotByRow[row];
        System.arraycopy(slots.vectors(slot), slots.offset(slot), vector, 0, vector.length);
    }

    @Override
    public void writeMore(SnapshotOutput output) {
        if (!partition.graphed()) {
            return;
        }
        output.beginSection(SnapshotFormat.GRAPH, bytes());
        output.writeInt(partition.links().most(1));
        output.writeInt(slotByRow.length);
        output.writeLong(partition.taken());
        Graph.Entry entry = entry();
        output.writeInt(rowBySlot[entry.slot()]);
        output.writeInt(entry.level());
        for (int slot : slotByRow) {
            int levels = partition.links().levels(slots, slot);
            output.writeInt(levels);
            for (int level = 0; level <= levels; level++) {
                int count = readLinks(slot, level);
                output.writeInt(count);
                for (int i = 0; i < count; i++) {
                    output.writeInt(read[i]);
                }
            }
        }
        output.endSection();
    }

    /** Returns the graph, of a partition that has one. */
    FaissGraph graph() {
        int[][][] links = new int[slotByRow.length][][];
        for (int row = 0; row < links.length; row++) {
            links[row] = new int[partition.links().levels(slots, slotByRow[row]) + 1][];
            for (int level = 0; level < links[row].length; level++) {
                int count = readLinks(slotByRow[row], level);
                links[row][level] = Arrays.copyOf(read, count);
            }
        }
        Graph.Entry entry = entry();
        return new FaissGraph(
                partition.links().most(1), new Graph.Entry(rowBySlot[entry.slot()], entry.level()), links);
    }

    /** Returns where searches begin, or would if the row there were not on its way out. */
    private Graph.Entry entry() {
        Graph.Entry entry = partition.graph().entry();
        return partition.rows().get(entry.slot()) ? entry : partition.graph().highest(slots, partition.rows());
    }

    private long bytes() {
        long ints = 6;
        for (int slot : slotByRow) {
            int levels = partition.links().levels(slots, slot);
            ints += 2 + levels;
            for (int level = 0; level <= levels; level++) {
                ints += readLinks(slot, level);
            }
        }
        return ints * Integer.BYTES;
    }

    /** Reads the rows that a row is linked to, without those that are on their way out. Returns how many. */
    private int readLinks(int slot, int level) {
        int all = partition.links().read(slots, slot, level, read);
        int count = 0;
        for (int i = 0; i < all; i++) {
            int row = rowBySlot[read[i]];
            if (row != NONE) {
                read[count++] = row;
            }
        }
        return count;
    }
}
