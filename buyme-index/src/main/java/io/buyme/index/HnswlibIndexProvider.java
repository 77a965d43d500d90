package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.api.spi.VectorIndexProvider;
import java.nio.file.Path;

/**
 * Makes approximate indexes on <a href="https://github.com/jelmerk/hnswlib">hnswlib-core</a>: hierarchical navigable
 * small-world graphs (Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using Hierarchical
 * Navigable Small World graphs", 2018), one per large partition.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code m} (16): links of a node; more give better recall, larger and slower graphs.
 *   <li>{@code efConstruction} (200): care taken in building.
 *   <li>{@code efSearch} (64): care taken in searching, unless a query says how many candidates it wants weighed; more
 *       give better recall and slower searches.
 *   <li>{@code exactBelow} (15,000): partitions with fewer entries have no graph and are searched exactly, which up to
 *       about there is quicker.
 * </ul>
 *
 * <p>Writes return as soon as the table of vectors has them; graphs follow on a thread of their own. Searches see every
 * write that returned: rows that a graph does not have yet are compared one by one, and while it lacks many, or is
 * being built after a load, its partition is searched exactly. Scores are always exact. A filter, and removed entries,
 * are allowed for by asking the graph for more rows, and at last by an exact search, so a search never returns fewer
 * entries than pass. The library keeps the places of removed entries; a graph with more than half as
 * many of them as entries is therefore built anew.
 *
 * <p>Vectors are held twice, in the table and in the graph. The library draws the levels of its nodes at random without
 * a seed, so which neighbours are missed differs from run to run. Its own file format is Java serialization and is not
 * used: snapshots hold the vectors, and graphs are built after loading.
 */
public final class HnswlibIndexProvider implements VectorIndexProvider {

    private static final String ID = "hnswlib";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public HnswlibIndexProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.OPTIONAL;
    }

    @Override
    public SnapshotableIndex create(EmbeddingSpace space, Options options) {
        return new HnswlibIndex(ID, new EntryTable(requireNonNull(space, "space")), GraphOptions.of(options));
    }

    @Override
    public SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        GraphOptions graphOptions = GraphOptions.of(options);
        return new HnswlibIndex(ID, read(snapshot, space), graphOptions);
    }

    private static EntryTable read(Path snapshot, EmbeddingSpace space) {
        return SnapshotFile.read(ID, snapshot, new EntryTable(requireNonNull(space, "space")));
    }
}
