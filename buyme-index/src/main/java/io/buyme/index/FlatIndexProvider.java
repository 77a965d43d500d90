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
 * <p>It has no options. It loads the snapshots of every index of this module.
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
        options.only();
        return new FlatIndex(ID, new EntryTable(requireNonNull(space, "space")));
    }

    @Override
    public SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        options.only();
        return new FlatIndex(ID, read(snapshot, space));
    }

    private static EntryTable read(Path snapshot, EmbeddingSpace space) {
        return SnapshotFile.read(ID, snapshot, new EntryTable(requireNonNull(space, "space")));
    }
}
