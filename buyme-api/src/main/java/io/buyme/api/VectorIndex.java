package io.buyme.api;

import java.util.Collection;
import java.util.List;

/**
 * Nearest-neighbour search over vectors of one space, kept in partitions. Reads and writes may happen at the same time;
 * a search that begins after a write returned sees it.
 */
public interface VectorIndex extends Stage {

    /** Returns the space of the vectors. */
    EmbeddingSpace space();

    /**
     * Adds entries, or replaces those with the same id, in whichever partition they are.
     *
     * @throws IllegalArgumentException if an embedding belongs to another space; then nothing is added
     */
    void upsertAll(Collection<IndexEntry> entries);

    /** Removes the entries with these ids. Unknown ids are passed over. Returns how many were removed. */
    int removeAll(Collection<String> ids);

    /**
     * Returns, per query and in order, the nearest entries by {@link Neighbor#BEST_FIRST}: {@code k}, or all that pass
     * if there are fewer. Approximate indexes may miss some of them.
     *
     * @throws IllegalArgumentException if a query belongs to another space
     */
    List<List<Neighbor>> searchAll(List<IndexQuery> queries);

    /** Returns the nearest entries of one query. */
    default List<Neighbor> search(IndexQuery query) {
        return searchAll(List.of(query)).get(0);
    }

    /** Returns the number of entries over all partitions. */
    long size();

    /** Tells whether an entry of this id is in the index. */
    boolean contains(String id);
}
