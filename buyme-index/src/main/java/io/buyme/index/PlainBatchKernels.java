package io.buyme.index;

import java.util.List;

/**
 * Kernels in plain Java. The JIT compiler makes vector instructions of a loop that writes one array, not of one that
 * writes several, so queries take turns at a few columns that stay in the second-level cache, while the sums of a
 * query stay in the first.
 */
final class PlainBatchKernels implements BatchKernels {

    /** Columns that are read in turns: 64 kB of a full block. */
    private static final int STRETCH = 16;

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
    public void addDots(float[][] columns, int rows, float[] arranged, float[][] sums, float[] scratch) {
        int queries = arranged.length / columns.length;
        for (int from = 0; from < columns.length; from += STRETCH) {
            int to = Math.min(columns.length, from + STRETCH);
            for (int i = 0; i < queries; i++) {
                VectorBlock.addDots(columns, from, to, arranged, i * columns.length, rows, sums[i]);
            }
        }
    }
}
