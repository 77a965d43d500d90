package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.api.spi.VectorIndexProvider;
import java.nio.file.Path;

/**
 * Makes approximate indexes: hierarchical navigable small-world graphs (Malkov and Yashunin, "Efficient and robust
 * approximate nearest neighbor search using Hierarchical Navigable Small World graphs", 2018), one per large partition.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code m} (16): links of an entry on the upper levels, twice as many on the lowest; more give better recall,
 *       larger and slower graphs.
 *   <li>{@code efConstruction} (200): care taken in building.
 *   <li>{@code efSearch} (64): care taken in searching, unless a query says how many candidates it wants weighed.
 *   <li>{@code exactBelow} (2,000): partitions with fewer entries are searched exactly.
 *   <li>{@code traversal} (auto): by what entries are compared on the way: {@code float32}, the vectors; {@code int16}, codes
 *       of them beside the vectors, which take half as much room again; {@code auto}, codes unless there is the Vector API.
 *   <li>{@code seed} (42): of the levels of entries. The same entries in the same order give the same graph.
 *   <li>{@code threads} (all processors): how many link the entries of one write at a time; the graph is the same for
 *       any number. Others than the writer's own come from the common pool. Fewer leave more to searches meanwhile.
 *   <li>{@code threads} (all processors): how many link the entries of one write at a time; the graph is the same for
 *       any number. Others than the writer's own come from the common pool. Fewer leave more to searches meanwhile.
 * </ul>
 *
 * <p>Writes build the graph before they return, one after the other; of many entries at once, several threads do. Searches take no lock and never wait for a write:
 * each looks at the state that was the newest when it began. Scores are always exact. A search that wants so many
 * entries, or has so strict a filter, that a graph would not be quicker is exact; so is one for which the graph found
 * too few, so that a search never returns fewer entries than pass. A filter is asked about an entry at most once in a
 * call, but for batches so large that they are divided, and a {@link io.buyme.api.FixedFilter} once as long as the entry
 * is there: what it said is remembered in two bits an entry, and strict filters cost next to nothing from the second
 * search on. Any other strict filter is asked about all entries, which takes longer than the rest of a search. Removed and replaced entries are taken out of the
 * graph, their neighbors linked anew, and their places used again.
 *
 * <p>Distances are computed by {@link VectorKernels}. Snapshots hold the graphs. Snapshots without graphs, or of graphs
 * with another {@code m}, are loaded too; their graphs are built then, which takes as long as adding the entries.
 */
public final class HnswIndexProvider implements VectorIndexProvider {

    private static final String ID = "hnsw";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public HnswIndexProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.BUILT_IN;
    }

    @Override
    public SnapshotableIndex create(EmbeddingSpace space, Options options) {
        return new HnswIndex(ID, table(space, options));
    }

    @Override
    public SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        HnswTable table = SnapshotFile.read(ID, snapshot, table(space, options));
        table.buildMissingGraphs();
        return new HnswIndex(ID, table);
    }

    private static HnswTable table(EmbeddingSpace space, Options options) {
        HnswOptions graphOptions = HnswOptions.of(options);
        return new HnswTable(requireNonNull(space, "space"), graphOptions, VectorKernels.chosen());
    }
}
