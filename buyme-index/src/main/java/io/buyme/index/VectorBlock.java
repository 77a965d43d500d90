package io.buyme.index;

import java.util.Arrays;

/**
 * Up to {@link #MAX_ROWS} vectors, stored transposed: one array per dimension. A scan then adds up many rows at once in
 * loops that the JIT compiler turns into vector instructions without any flag, at nearly the speed of reading memory.
 * Separate arrays matter: one array with an offset per dimension defeats the compiler and is three times slower.
 */
final class VectorBlock {

    /** The sums of so many rows fit in the first-level cache together with the columns of one pass. */
    static final int MAX_ROWS = 1024;

    private final float[][] columns;

    VectorBlock(int dimension, int rows) {
        this(new float[dimension][rows]);
    }

    private VectorBlock(float[][] columns) {
        this.columns = columns;
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
        return new VectorBlock(grown);
    }

    void set(int row, float[] vector) {
        for (int i = 0; i < columns.length; i++) {
            columns[i][row] = vector[i];
        }
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
            addDots(columns, i, query, rows, sums);
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
     * Does so for several vectors, a few of which share what is read of the block while it is in the first-level cache.
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

    private static void addDots(float[][] columns, int i, float[] query, int rows, float[] sums) {
        addDots(
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

    private static void addDots(
            float[] a, float[] b, float[] c, float[] d, float p, float q, float r, float s, int rows, float[] sums) {
        for (int row = 0; row < rows; row++) {
            sums[row] += (a[row] * p + b[row] * q) + (c[row] * r + d[row] * s);
        }
    }

    private static void addDots(float[] a, float p, int rows, float[] sums) {
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
