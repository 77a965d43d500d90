package io.buyme.cli.bench;

import java.lang.management.ManagementFactory;

/**
 * How fast one thread reads memory and does next to nothing with it: what an exact search cannot exceed. Several loops are
 * tried, of which the best counts. They add arrays up number by number, because the JIT compiler makes no good vector
 * instructions of a running sum, be it of floats (whose order it must keep) or of ints.
 */
final class ReadBound {

    private static final int LENGTH = 4096;

    private final float[][] arrays;
    private final double share;
    private final float[] sums = new float[LENGTH];
    private double best = Double.MAX_VALUE;

    /** @param bytes to read each time */
    ReadBound(long bytes) {
        long floats = Math.max(1, bytes / Float.BYTES);
        int count = Math.toIntExact((floats + LENGTH - 1) / LENGTH);
        this.arrays = new float[(count + 7) / 8 * 8][LENGTH];
        this.share = (double) floats / ((long) arrays.length * LENGTH);
    }

    /** Reads everything once by each loop. */
    void measure() {
        measure(this::oneByOne);
        measure(this::byFours);
        measure(this::byEights);
    }

    /** Returns the fewest seconds of processor time that reading has taken. */
    double seconds() {
        return best * share;
    }

    private void measure(Runnable loop) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        loop.run();
        best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
    }

    private void oneByOne() {
        for (float[] array : arrays) {
            add(array, sums);
        }
    }

    private void byFours() {
        for (int i = 0; i < arrays.length; i += 4) {
            add(arrays[i], arrays[i + 1], arrays[i + 2], arrays[i + 3], sums);
        }
    }

    private void byEights() {
        for (int i = 0; i < arrays.length; i += 8) {
            add(
                    arrays[i],
                    arrays[i + 1],
                    arrays[i + 2],
                    arrays[i + 3],
                    arrays[i + 4],
                    arrays[i + 5],
                    arrays[i + 6],
                    arrays[i + 7],
                    sums);
        }
    }

    private static void add(float[] a, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i];
        }
    }

    private static void add(float[] a, float[] b, float[] c, float[] d, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (a[i] + b[i]) + (c[i] + d[i]);
        }
    }

    private static void add(
            float[] a, float[] b, float[] c, float[] d, float[] e, float[] f, float[] g, float[] h, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += ((a[i] + b[i]) + (c[i] + d[i])) + ((e[i] + f[i]) + (g[i] + h[i]));
        }
    }
}
