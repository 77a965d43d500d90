package io.buyme.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The vectors of one partition, without gaps: a removed row's place is taken by the last one. Not thread-safe; guarded
 * by the lock of the index.
 */
final class FlatStore implements SnapshotSource {

    private static final int FIRST_ROWS = 16;

    private final String partition;
    private final int dimension;
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private double longest;

    FlatStore(String partition, int dimension) {
        this.partition = partition;
        this.dimension = dimension;
    }

    @Override
    public String partition() {
        return partition;
    }

    List<Row> rows() {
        return rows;
    }

    @Override
    public int size() {
        return rows.size();
    }

    float[] vector(Row row) {
        float[] vector = new float[dimension];
        read(row.position(), vector);
        return vector;
    }

    @Override
    public void read(int position, float[] vector) {
        blockAt(position).read(position % VectorBlock.MAX_ROWS, vector);
    }

    @Override
    public String id(int position) {
        return rows.get(position).id();
    }

    @Override
    public void writeMore(SnapshotOutput output) {
        // The rows are all there is.
    }

    void add(Row row, float[] vector) {
        int position = rows.size();
        makeRoomFor(position);
        rows.add(row);
        put(row, position, vector);
    }

    /** Makes room for exactly so many rows in an empty store. */
    void reserve(int count) {
        for (int room = 0; room < count; room += VectorBlock.MAX_ROWS) {
            blocks.add(new VectorBlock(dimension, Math.min(count - room, VectorBlock.MAX_ROWS)));
        }
    }

    /** Puts a new row in the place of an old one, which is retired. */
    void replace(Row old, Row row, float[] vector) {
        int position = old.position();
        old.retire();
        rows.set(position, row);
        put(row, position, vector);
    }

    void remove(Row row) {
        int position = row.position();
        Row last = rows.remove(rows.size() - 1);
        if (last != row) {
            blockAt(position).set(position % VectorBlock.MAX_ROWS, vector(last));
            rows.set(position, last);
            last.moveTo(position);
        }
        row.retire();
        // One spare block stays, so that adding and removing in turn does not allocate each time.
        int needed = rows.size() / VectorBlock.MAX_ROWS + 2;
        if (blocks.size() > needed) {
            blocks.remove(blocks.size() - 1);
        }
    }

    /** Lets every search consider every row. */
    void scan(List<Search> searches) {
        new FlatScan(List.of(this), searches, 1).run();
    }

    /** Returns how many blocks have rows. */
    int blocks() {
        return (size() + VectorBlock.MAX_ROWS - 1) / VectorBlock.MAX_ROWS;
    }

    VectorBlock block(int number) {
        return blocks.get(number);
    }

    /** Returns the rows of a block, in their order in it. */
    List<Row> rowsOf(int block) {
        int from = block * VectorBlock.MAX_ROWS;
        return rows.subList(from, Math.min(from + VectorBlock.MAX_ROWS, size()));
    }

    /** Returns a length that no row exceeds. */
    double longest() {
        return longest;
    }

    /** Lets a search consider one row that passes its filter. */
    void offer(Row row, Search search) {
        int position = row.position();
        search.offer(row, blockAt(position), position % VectorBlock.MAX_ROWS);
    }

    private VectorBlock blockAt(int position) {
        return blocks.get(position / VectorBlock.MAX_ROWS);
    }

    private void put(Row row, int position, float[] vector) {
        blockAt(position).set(position % VectorBlock.MAX_ROWS, vector);
        row.moveTo(position);
        longest = Math.max(longest, Vectors.length(vector));
    }

    private void makeRoomFor(int position) {
        int index = position / VectorBlock.MAX_ROWS;
        int rowInBlock = position % VectorBlock.MAX_ROWS;
        if (index == blocks.size()) {
            blocks.add(new VectorBlock(dimension, index == 0 ? FIRST_ROWS : VectorBlock.MORE_ROWS));
        } else if (rowInBlock == blocks.get(index).capacity()) {
            int grown = Math.min(2 * rowInBlock, VectorBlock.MAX_ROWS);
            blocks.set(index, blocks.get(index).grownTo(grown));
        }
    }
}
