package io.buyme.index;

import java.util.ArrayList;
import java.util.List;

/** A list of rows with their vectors, transposed for scans. Guarded by the lock of the index. */
final class IvfFlatList {

    private static final int FIRST_ROWS = 8;

    private final int dimension;
    private final List<VectorBlock> blocks = new ArrayList<>();
    private final List<IvfRow> rows = new ArrayList<>();
    private double longest;

    IvfFlatList(int dimension) {
        this.dimension = dimension;
    }

    int size() {
        return rows.size();
    }

    IvfRow row(int position) {
        return rows.get(position);
    }

    /** Makes room for exactly so many rows in an empty list. */
    void reserve(int count) {
        for (int room = 0; room < count; room += VectorBlock.MAX_ROWS) {
            blocks.add(new VectorBlock(dimension, Math.min(count - room, VectorBlock.MAX_ROWS)));
        }
    }

    /** Adds a row at the end. Returns its position. */
    int add(IvfRow row, float[] vector) {
        int position = rows.size();
        makeRoomFor(position);
        rows.add(row);
        block(position).set(position % VectorBlock.MAX_ROWS, vector);
        longest = Math.max(longest, Vectors.length(vector));
        return position;
    }

    /** Removes a row; the last one takes its position. Returns the row that is there now, or was if it was the last. */
    IvfRow remove(int position) {
        IvfRow last = rows.remove(rows.size() - 1);
        if (position < rows.size()) {
            float[] vector = new float[dimension];
            read(rows.size(), vector);
            block(position).set(position % VectorBlock.MAX_ROWS, vector);
            rows.set(position, last);
        }
        // One spare block stays, so that adding and removing in turn does not allocate each time.
        if (blocks.size() > rows.size() / VectorBlock.MAX_ROWS + 2) {
            blocks.remove(blocks.size() - 1);
        }
        return last;
    }

    void read(int position, float[] vector) {
        block(position).read(position % VectorBlock.MAX_ROWS, vector);
    }

    /** Tells all rows that they are in this list. */
    void settle(int list) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).moveTo(list, i);
        }
    }

    /** Lets a search consider every row: quickly and roughly all of them, exactly those that may be good enough. */
    void scan(IvfProbe probe) {
        Search search = probe.search();
        float[] scores = probe.scores();
        float[] vector = probe.row();
        for (int from = 0; from < rows.size(); from += VectorBlock.MAX_ROWS) {
            int count = Math.min(rows.size() - from, VectorBlock.MAX_ROWS);
            VectorBlock block = block(from);
            if (probe.euclidean()) {
                block.minusSquaredDistances(search.vector(), count, scores);
            } else {
                block.dots(search.vector(), count, scores);
            }
            float floor = search.floor(longest);
            for (int i = 0; i < count; i++) {
                // Not "at least": an overflow that ended in NaN has to be looked at exactly.
                if (!(scores[i] < floor) && search.passes(rows.get(from + i).id())) {
                    block.read(i, vector);
                    search.offer(rows.get(from + i).id(), vector, 0);
                    floor = search.floor(longest);
                }
            }
        }
    }

    private VectorBlock block(int position) {
        return blocks.get(position / VectorBlock.MAX_ROWS);
    }

    private void makeRoomFor(int position) {
        int index = position / VectorBlock.MAX_ROWS;
        int inBlock = position % VectorBlock.MAX_ROWS;
        if (index == blocks.size()) {
            blocks.add(new VectorBlock(dimension, index == 0 ? FIRST_ROWS : VectorBlock.MORE_ROWS));
        } else if (inBlock == blocks.get(index).capacity()) {
            int grown = Math.min(inBlock + inBlock / 2 + 1, VectorBlock.MAX_ROWS);
            blocks.set(index, blocks.get(index).grownTo(grown));
        }
    }
}
