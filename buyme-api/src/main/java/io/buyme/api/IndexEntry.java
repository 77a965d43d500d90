package io.buyme.api;

import static java.util.Objects.requireNonNull;

/**
 * A vector to be found again.
 *
 * @param id any text; unique over all partitions of an index
 * @param partition in which to keep it, such as a super-category's name
 * @param embedding its vector
 */
public record IndexEntry(String id, String partition, Embedding embedding) {

    /** Checks that nothing is missing. */
    public IndexEntry {
        requireNonNull(id, "id");
        requireNonNull(partition, "partition");
        requireNonNull(embedding, "embedding");
    }
}
