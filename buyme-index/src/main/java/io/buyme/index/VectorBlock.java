package io.buyme.index;

import java.util.Arrays;

/**
 * Up to {@link #MAX_ROWS} vectors, stored transposed: one array per dimension. A scan then adds up many rows at once in
 * loops that the JIT compiler turns into vector instructions without any flag, at nearly the speed of reading memory.
 * Separate arrays matter: one array with an offset per dimension defeats the compiler and is three times slower.
 */
final class VectorBlock {

    /**
     * A column of so many rows is three pages of memory, which processors fetch ahead in one go, and the sums of so many
     * fit in the first-level cache. A scan of columns of one page takes 1.3 times as long. With four pages, or any even
     * number, a row is slow to write and to read: its columns share a part of the table of pages that processors keep.
     */
    static final int MAX_ROWS = 3 * 1024;

    /** With so many rows a further block of a store begins, so that it is never much larger than what is in it. */
    static final int MORE_ROWS = 1024;

    private final float[][] columns;
    private final float[] minusHalfSquares;

    VectorBlock(int dimension, int rows) {
        this(new float[dimension][rows], new float[rows]);
    }

    private VectorBlock(float[][] columns, float[] minusHalfSquares) {
        this.columns = columns;
        this.minusHalfSquares = minusHalfSquares;
    }

    int capacity() {
        return columns[0].length;
    }

    /** Returns a block with room for more rows and the same contents. */
    VectorBlock grownTo(int rows) {
        float[][] grown = new float[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            grown[i] = Arrays.copyOf(columns[i], rows);
        }
        return new VectorBlock(grown, Arrays.copyOf(minusHalfSquares, rows));
    }

    void set(int row, float[] vector) {
        for (int i = 0; i < columns.length; i++) {
            columns[i][row] = vector[i];
        }
        double length = Vectors.length(vector);
        minusHalfSquares[row] = (float) (-0.5 * length * length);
    }

    void read(int row, float[] vector) {
        for (int i = 0; i < columns.length; i++) {
            vector[i] = columns[i][row];
        }
    }

    /** Writes the inner products with the first rows, in single precision. */
    void dots(float[] query, int rows, float[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        int i = 0;
        for (; i + 4 <= columns.length; i += 4) {
            addDots(columns, i, query, i, rows, sums);
        }
        for (; i < columns.length; i++) {
            addDots(columns[i], query[i], rows, sums);
        }
    }

    /** Writes minus the squared Euclidean distances to the first rows, in single precision. */
    void minusSquaredDistances(float[] query, int rows, float[] sums) {
        Arrays.fill(sums, 0, rows, 0);
        int i = 0;
        for (; i + 4 <= columns.length; i += 4) {
            subtractSquares(columns, i, query, rows, sums);
        }
        for (; i < columns.length; i++) {
            subtractSquares(columns[i], query[i], rows, sums);
        }
    }

    /**
     * Writes what products are added to by {@link #addDots}: nothing, or minus half the squared lengths of the rows. Then
     * the sum is half of minus the squared distance, but for the squared length of the query.
     */
    void fillBeforeDots(boolean euclidean, int from, int to, float[] sums) {
        if (euclidean) {
            System.arraycopy(minusHalfSquares, from, sums, 0, to - from);
        } else {
            Arrays.fill(sums, 0, to - from, 0);
        }
    }

    /** Adds the inner products of several vectors, which were arranged by the same kernels, with some rows. */
    void addDots(BatchKernels kernels, float[] arranged, int from, int to, float[][] sums, float[] scratch) {
        kernels.addDots(columns, from, to, arranged, sums, scratch);
    }

    /**
     * Writes minus the squared distances to several vectors, a few of which share what is read of the block while it is in the first-level cache.
     *
     * @param sums per vector from the first on
     */
    void minusSquaredDistances(float[][] queries, int from, int count, int rows, float[][] sums) {
        for (int q = 0; q < count; q++) {
            Arrays.fill(sums[q], 0, rows, 0);
        }
        int i = 0;
        for (; i + 4 <= columns.length; i += 4) {
            for (int q = 0; q < count; q++) {
                subtractSquares(columns, i, queries[from + q], rows, sums[q]);
            }
        }
        for (; i < columns.length; i++) {
            for (int q = 0; q < count; q++) {
                subtractSquares(columns[i], queries[from + q][i], rows, sums[q]);
            }
        }
    }

    /** Adds the products of four columns with four numbers of a query to the sums of the first rows. */
    static void addDots(float[][] columns, int i, float[] query, int at, int rows, float[] sums) {
        addDots(
                columns[i],
                columns[i + 1],
                columns[i + 2],
                columns[i + 3],
                query[at],
                query[at + 1],
                query[at + 2],
                query[at + 3],
                rows,
                sums);
    }

    private static void addDots(
            float[] a, float[] b, float[] c, float[] d, float p, float q, float r, float s, int rows, float[] sums) {
        for (int row = 0; row < rows; row++) {
            sums[row] += (a[row] * p + b[row] * q) + (c[row] * r + d[row] * s);
        }
    }

    /** Does so for one column. */
    static void addDots(float[] a, float p, int rows, float[] sums) {
        for (int row = 0; row < rows; row++) {
            sums[row] += a[row] * p;
        }
    }

    private static void subtractSquares(float[][] columns, int i, float[] query, int rows, float[] sums) {
        subtractSquares(
                columns[i],
                columns[i + 1],
                columns[i + 2],
                columns[i + 3],
                query[i],
                query[i + 1],
                query[i + 2],
                query[i + 3],
                rows,
                sums);
    }

    private static void subtractSquares(
            float[] a, float[] b, float[] c, float[] d, float p, float q, float r, float s, int rows, float[] sums) {
        for (int row = 0; row < rows; row++) {
            float x = a[row] - p;
            float y = b[row] - q;
            float z = c[row] - r;
            float w = d[row] - s;
            sums[row] -= (x * x + y * y) + (z * z + w * w);
        }
    }

    private static void subtractSquares(float[] a, float p, int rows, float[] sums) {
        for (int row = 0; row < rows; row++) {
            float x = a[row] - p;
            sums[row] -= x * x;
        }
    }
}
