package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Role;
import io.buyme.api.spi.VectorIndexProvider;
import java.nio.file.Path;

/**
 * Makes approximate indexes as {@link IvfFlatIndexProvider} does, whose lists hold a code of a few bytes for each entry
 * (FAISS: {@code IndexIVFPQ} with {@code IndexRefineFlat}; Jégou, Douze and Schmid, "Product Quantization for Nearest
 * Neighbor Search", 2011). A search reads codes, and computes the exact scores of the entries that are nearest by them.
 *
 * <p>Options, beside those of {@link IvfFlatIndexProvider}:
 *
 * <ul>
 *   <li>{@code m}: bytes of a code; unless given, one for each four dimensions.
 *   <li>{@code refine} (8): of how many entries, per wanted one, the exact score is computed, unless a query says how many
 *       candidates it wants weighed. With 1, codes alone decide which entries are returned; scores are exact even so.
 *   <li>{@code vectors}: a folder for the vectors of large partitions, which then are in a memory-mapped file instead of
 *       on the heap. The system keeps in memory what searches ask for, and the heap holds ids and codes only. Unless
 *       given, the vectors are on the heap, and codes make searches faster, but nothing smaller.
 * </ul>
 *
 * <p>The vectors are kept in any case: scores are exact, whatever chose the entries, snapshots hold vectors, and a
 * training needs them.
 *
 * <p>Snapshots hold the codes, too. Those with another {@code m} are loaded and trained then.
 */
public final class IvfPqIndexProvider implements VectorIndexProvider {

    private static final String ID = "ivfpq";

    /** Creates the provider; {@link java.util.ServiceLoader} does. */
    public IvfPqIndexProvider() {}

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
        return new IvfTable(requireNonNull(space, "space"), IvfOptions.coded(options, space));
    }
}
