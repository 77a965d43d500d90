package io.buyme.api.spi;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.StageKind;
import java.nio.file.Path;

/** Makes {@link SnapshotableIndex}es, empty or from a snapshot. */
public interface VectorIndexProvider extends StageProvider {

    @Override
    default StageKind stage() {
        return StageKind.INDEX;
    }

    /**
     * Returns a new empty index, which the caller closes.
     *
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     */
    SnapshotableIndex create(EmbeddingSpace space, Options options);

    /**
     * Returns a new index with the entries of a snapshot, which the caller closes.
     *
     * @throws io.buyme.api.BuyMeException if the file is missing, damaged, of another format, or of another space
     */
    SnapshotableIndex load(Path snapshot, EmbeddingSpace space, Options options);
}
