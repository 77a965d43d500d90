package io.buyme.index;

import java.util.List;

/**
 * Inner products of several queries with rows of a {@link VectorBlock}, in single precision. A number of a row that
 * was read is used for several queries, so that arithmetic and not memory limits the speed. Threads may share one.
 */
interface BatchKernels {

    /** Sums are in arrays of a multiple of so many rows: twice as many as the widest vectors have floats. */
    int ROWS = 32;

    /** Returns how many rows of a block are taken at once: a divisor of those of a full block. */
    int rowsAtOnce();

    /** Returns how many queries are computed side by side: there have to be sums for a multiple of so many. */
    int side();

    /** Returns the numbers of queries in the order in which {@link #addDots} reads them. */
    float[] arranged(List<float[]> queries);

    /** Returns how many floats of scratch there have to be for so many rows. */
    int scratch(int dimension, int rows);

    /**
     * Adds the inner products to sums.
     *
     * @param columns of the block
     * @param from the first row, a multiple of {@link #rowsAtOnce}
     * @param to behind the last row, at most {@link #rowsAtOnce} more
     * @param arranged queries
     * @param sums per query and row, that of the first row first; for multiples of {@link #side} and {@link #ROWS}
     * @param scratch whatever it holds
     */
    void addDots(float[][] columns, int from, int to, float[] arranged, float[][] sums, float[] scratch);

    /** Returns the next multiple of a number. */
    static int roundedUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
