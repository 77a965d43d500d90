package io.buyme.api;

import java.nio.file.Path;

/** An index that can be written to a file and loaded again by its provider. */
public interface SnapshotableIndex extends VectorIndex {

    /**
     * Writes all entries, as they are at one moment, to a file. An existing file is replaced at once and only when the
     * new one is complete.
     *
     * @throws BuyMeException if the file cannot be written; an existing one is then unchanged
     */
    void save(Path file);
}
