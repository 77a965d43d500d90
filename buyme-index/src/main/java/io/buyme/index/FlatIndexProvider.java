package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.api.spi.VectorIndexProvider;
import java.nio.file.Path;

/**
 * Makes exact indexes (FAISS: {@code IndexFlatL2} for Euclidean spaces, {@code IndexFlatIP} for the others, with vectors
 * of unit length under the cosine). A search reads all vectors of its partitions, so its time grows with their number;
 * it misses nothing: even rounding errors of the fast scan are allowed for, and scores are computed in double precision.
 * A filter is asked only about entries that would be among the best.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code threads}: how many threads answer a batch of queries at most; 1 for the calling one alone. By default as
 *       many as there are processors. The others are of the common {@link java.util.concurrent.ForkJoinPool}, as far as
 *       they have nothing else to do. What is found does not depend on it. A single query is always answered by the
 *       calling thread: it is limited by the reading of memory, so give many queries as one batch.
 * </ul>
 *
 * <p>A batch of many queries takes a fraction of the time of as many single ones, less still where
 * {@link VectorKernels} are on the Vector API. It loads the snapshots of every index of this module.
 */
public final class FlatIndexProvider implements VectorIndexProvider {

    private static final String ID = "flat";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public FlatIndexProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.FALLBACK;
    }

    @Override
    public SnapshotableIndex create(EmbeddingSpace space, Options options) {
        int threads = threads(options);
        return new FlatIndex(ID, new EntryTable(requireNonNull(space, "space")), threads);
    }

    @Override
    public SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        int threads = threads(options);
        return new FlatIndex(ID, read(snapshot, space), threads);
    }

    private static int threads(Options options) {
        options.only("threads");
        return options.integer("threads", Runtime.getRuntime().availableProcessors(), 1, Short.MAX_VALUE);
    }

    private static EntryTable read(Path snapshot, EmbeddingSpace space) {
        return SnapshotFile.read(ID, snapshot, new EntryTable(requireNonNull(space, "space")));
    }
}
