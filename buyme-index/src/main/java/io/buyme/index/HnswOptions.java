package io.buyme.index;

import io.buyme.api.spi.Options;

/**
 * How graphs are built and searched, by the names of the HNSW paper.
 *
 * @param m links of a row on the upper levels; twice as many on the lowest
 * @param efConstruction candidates weighed for the links of a new row
 * @param efSearch candidates weighed by a search that does not say how many
 * @param exactBelow a partition with fewer rows is scanned
 * @param seed of the levels of rows
 * @param traversal by what ways are found
 * @param threads how many link new rows at a time
 */
record HnswOptions(
        int m, int efConstruction, int efSearch, int exactBelow, int seed, Traversal traversal, int threads) {

    private static final int LARGEST = 1 << 16;
    private static final int MOST_THREADS = 1024;
    /** Above, not one row of a billion billion is expected. */
    private static final int HIGHEST_LEVEL = 30;

    static HnswOptions of(Options options) {
        options.only("m", "efConstruction", "efSearch", "exactBelow", "seed", "traversal", "threads");
        return new HnswOptions(
                options.integer("m", 16, 2, 256),
                options.integer("efConstruction", 200, 8, LARGEST),
                options.integer("efSearch", 64, 1, LARGEST),
                options.integer("exactBelow", 2_000, 0, Integer.MAX_VALUE),
                options.integer("seed", 42, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Traversal.of(options.text("traversal").orElse("auto")),
                options.integer("threads", Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    }

    /** Returns these options, with graphs in partitions of any size. */
    HnswOptions always() {
        return new HnswOptions(m, efConstruction, efSearch, 0, seed, traversal, threads);
    }

    /** Returns the highest level of the n-th row that a graph takes in: an m-th of the rows of each are on the next. */
    int level(long n) {
        double uniform = ((mixed(mixed(seed) + n * 0x9E3779B97F4A7C15L) >>> 11) + 1) * 0x1p-53;
        return Math.min(HIGHEST_LEVEL, (int) (-Math.log(uniform) / Math.log(m)));
    }

    /** The finalizer of SplitMix64, which makes numbers that look random of numbers in a row. */
    private static long mixed(long n) {
        long z = (n ^ (n >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
