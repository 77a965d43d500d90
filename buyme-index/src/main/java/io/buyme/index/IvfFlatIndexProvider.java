package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.api.spi.VectorIndexProvider;
import java.nio.file.Path;

/**
 * Makes approximate indexes that divide large partitions into lists of entries near each other, and compare a query with
 * those in the nearest lists only (FAISS: {@code IndexIVFFlat}; an inverted file: Sivic and Zisserman, "Video Google",
 * 2003). They take little more memory than the vectors, are made faster than graphs, and need no flag of the JVM to be
 * quick; at the same recall a graph compares fewer entries.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code nlist}: lists of a partition; unless given, or 0, four times the root of its entries when it is trained.
 *   <li>{@code nprobe} (8): lists that a search looks into at least. A query that says how many candidates it wants
 *       weighed looks into as many as have that many entries.
 *   <li>{@code exactBelow} (10,000): partitions with fewer entries have no lists and are searched exactly.
 *   <li>{@code seed} (42): of training. The same entries in the same order give the same lists.
 * </ul>
 *
 * <p>A partition is trained by the write with which it becomes large, which takes a while; entries that are added later
 * go into the lists that are there ({@link TrainedIndex}). Searches go on during a training, in one thread; they wait
 * only while entries change. Scores are always exact. A search goes on to farther lists until it has found as many
 * entries as it wants, so it never returns fewer than pass; with a filter it looks into more lists.
 *
 * <p>Snapshots hold the lists. Those of other indexes, and those with another {@code nlist} than is given, are loaded
 * too, and trained then.
 */
public final class IvfFlatIndexProvider implements VectorIndexProvider {

    private static final String ID = "ivfflat";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public IvfFlatIndexProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Role role() {
        return Role.OPTIONAL;
    }

    @Override
    public TrainedIndex create(EmbeddingSpace space, Options options) {
        return new IvfIndex(ID, table(space, options));
    }

    @Override
    public TrainedIndex load(Path snapshot, EmbeddingSpace space, Options options) {
        IvfTable table = SnapshotFile.read(ID, snapshot, table(space, options));
        table.finishReading();
        return new IvfIndex(ID, table);
    }

    private static IvfTable table(EmbeddingSpace space, Options options) {
        return new IvfTable(requireNonNull(space, "space"), IvfOptions.flat(options));
    }
}
