package io.buyme.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vectors by number, without gaps, each in one piece of memory. Guarded by the lock of the index. */
final class FloatRows {

    private static final int CHUNK_ROWS = 256;
    private static final int FIRST_ROWS = 16;

    private final int dimension;
    private final List<float[]> chunks = new ArrayList<>();
    private int size;

    FloatRows(int dimension) {
        this.dimension = dimension;
    }

    void add(float[] vector) {
        int inChunk = size % CHUNK_ROWS;
        int chunk = size / CHUNK_ROWS;
        if (chunk == chunks.size()) {
            chunks.add(new float[(chunk == 0 ? FIRST_ROWS : CHUNK_ROWS) * dimension]);
        } else if (inChunk * dimension == chunks.get(chunk).length) {
            chunks.set(chunk, Arrays.copyOf(chunks.get(chunk), Math.min(2 * inChunk, CHUNK_ROWS) * dimension));
        }
        size++;
        System.arraycopy(vector, 0, array(size - 1), offset(size - 1), dimension);
    }

    /** Removes a row; the last one takes its number. */
    void remove(int number) {
        int last = size - 1;
        System.arraycopy(array(last), offset(last), array(number), offset(number), dimension);
        size--;
        // One spare chunk stays, so that adding and removing in turn does not allocate each time.
        if (chunks.size() > size / CHUNK_ROWS + 2) {
            chunks.remove(chunks.size() - 1);
        }
    }

    void read(int number, float[] vector) {
        System.arraycopy(array(number), offset(number), vector, 0, dimension);
    }

    /** Returns the array that a row is in, from {@link #offset} on. */
    float[] array(int number) {
        return chunks.get(number / CHUNK_ROWS);
    }

    int offset(int number) {
        return number % CHUNK_ROWS * dimension;
    }
}
