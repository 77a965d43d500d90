package io.buyme.index;

import java.util.List;

/**
 * Kernels in plain Java. The JIT compiler makes vector instructions of a loop that writes one array, not of one that
 * writes several, so queries take turns at a few columns that stay in the second-level cache, while the sums of a
 * query stay in the first.
 */
final class PlainBatchKernels implements BatchKernels {

    /** Columns that are read in turns: 256 kB of a full block. */
    private static final int STRETCH = 16;

    @Override
    public int rowsAtOnce() {
        // Then all arrays of a loop have the same offset, none; otherwise there are no vector instructions.
        return VectorBlock.MAX_ROWS;
    }

    @Override
    public int side() {
        return 1;
    }

    @Override
    public float[] arranged(List<float[]> queries) {
        int dimension = queries.get(0).length;
        float[] arranged = new float[Math.multiplyExact(queries.size(), dimension)];
        for (int i = 0; i < queries.size(); i++) {
            System.arraycopy(queries.get(i), 0, arranged, i * dimension, dimension);
        }
        return arranged;
    }

    @Override
    public int scratch(int dimension, int rows) {
        return 0;
    }

    @Override
    public void addDots(float[][] columns, int from, int to, float[] arranged, float[][] sums, float[] scratch) {
        int dimension = columns.length;
        int queries = arranged.length / dimension;
        for (int first = 0; first < dimension; first += STRETCH) {
            int end = Math.min(dimension, first + STRETCH);
            for (int query = 0; query < queries; query++) {
                int at = query * dimension;
                int i = first;
                for (; i + 4 <= end; i += 4) {
                    VectorBlock.addDots(columns, i, arranged, at + i, to, sums[query]);
                }
                for (; i < end; i++) {
                    VectorBlock.addDots(columns[i], arranged[at + i], to, sums[query]);
                }
            }
        }
    }
}
