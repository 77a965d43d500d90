package io.buyme.index;

import io.buyme.api.spi.Options;

/**
 * How graphs are built and searched, by the names of the HNSW paper.
 *
 * @param m links of a node on the upper levels; twice as many on the lowest
 * @param efConstruction candidates looked at for the links of a new node
 * @param efSearch candidates looked at by a search, or k if that is more
 * @param exactBelow a partition with fewer rows has no graph and is scanned
 */
record GraphOptions(int m, int efConstruction, int efSearch, int exactBelow) {

    private static final int LARGEST = 1 << 16;

    static GraphOptions of(Options options) {
        options.only("m", "efConstruction", "efSearch", "exactBelow");
        return new GraphOptions(
                options.integer("m", 16, 2, 256),
                options.integer("efConstruction", 200, 8, LARGEST),
                options.integer("efSearch", 64, 1, LARGEST),
                options.integer("exactBelow", 15_000, 0, Integer.MAX_VALUE));
    }
}
