package io.buyme.index;

import java.util.List;

/**
 * Inner products of several queries with all rows of a {@link VectorBlock}, in single precision. A number of a row that
 * was read is used for several queries, so that arithmetic and not memory limits the speed. Threads may share one.
 */
interface BatchKernels {

    /** Sums are for a multiple of so many rows: twice as many as the widest vectors have floats. */
    int ROWS = 32;

    /** Returns how many queries are computed side by side: there have to be sums for a multiple of so many. */
    int side();

    /** Returns the numbers of queries in the order in which {@link #addDots} reads them. */
    float[] arranged(List<float[]> queries);

    /** Returns how many floats of scratch there have to be for blocks with so many rows. */
    int scratch(int dimension, int rows);

    /**
     * Adds the inner products to sums.
     *
     * @param columns of the block
     * @param rows of the block, the first of which count
     * @param arranged queries
     * @param sums per query and row; for multiples of {@link #side} and {@link #ROWS}
     * @param scratch whatever it holds
     */
    void addDots(float[][] columns, int rows, float[] arranged, float[][] sums, float[] scratch);

    /** Returns the next multiple of a number. */
    static int roundedUp(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
