package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.spi.Options;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How lists are made and searched, by the names that FAISS uses where it has any.
 *
 * @param lists how many lists a partition has; empty for four times the root of its rows
 * @param nprobe lists that a search looks into
 * @param exactBelow a partition with fewer rows is scanned
 * @param seed of the random choices in training
 * @param codes how rows are coded; empty for lists of plain vectors
 */
record IvfOptions(OptionalInt lists, int nprobe, int exactBelow, int seed, Optional<Codes> codes) {

    private static final int LARGEST = 1 << 16;

    static IvfOptions flat(Options options) {
        options.only("nlist", "nprobe", "exactBelow", "seed");
        return of(options, Optional.empty());
    }

    static IvfOptions coded(Options options, EmbeddingSpace space) {
        options.only("nlist", "nprobe", "exactBelow", "seed", "m", "refine", "vectors");
        int parts = options.integer("m", (space.dimension() + 3) / 4, 1, space.dimension());
        boolean euclidean = space.metric() == Metric.EUCLIDEAN;
        double refine = options.decimal("refine", 8, 1, LARGEST);
        return of(options, Optional.of(new Codes(parts, euclidean, refine, options.file("vectors"))));
    }

    private static IvfOptions of(Options options, Optional<Codes> codes) {
        int lists = options.integer("nlist", 0, 0, LARGEST);
        return new IvfOptions(
                lists == 0 ? OptionalInt.empty() : OptionalInt.of(lists),
                options.integer("nprobe", 8, 1, LARGEST),
                options.integer("exactBelow", 10_000, 0, Integer.MAX_VALUE),
                options.integer("seed", 42, Integer.MIN_VALUE, Integer.MAX_VALUE),
                codes);
    }

    /** Returns these options, with lists in partitions of any size. */
    IvfOptions always() {
        return new IvfOptions(lists, nprobe, 0, seed, codes);
    }

    /** Tells whether a partition has enough rows for lists. */
    boolean isLarge(int rows) {
        return rows >= Math.max(1, exactBelow);
    }

    /** Returns how many lists a partition of so many rows is given. */
    int listsFor(int rows) {
        return Math.min(rows, lists.orElse(Math.min(LARGEST, (int) Math.round(4 * Math.sqrt(rows)))));
    }

    /** Tells whether a partition may have so many lists. */
    boolean accepts(int count, int rows) {
        return lists.isEmpty() || count == lists.getAsInt() || count == listsFor(rows);
    }

    /**
     * How rows are coded.
     *
     * @param parts into which vectors are cut, a byte each
     * @param euclidean whether by them distances are estimated, rather than inner products
     * @param refine of how many rows, per wanted one, the exact score is computed
     * @param vectors a folder for files with the vectors; empty to have them on the heap
     */
    record Codes(int parts, boolean euclidean, double refine, Optional<Path> vectors) {

        /** Returns a new file for vectors, if they are not to be on the heap. */
        Optional<VectorFile> newFile() {
            return vectors.map(VectorFile::in);
        }
    }
}
