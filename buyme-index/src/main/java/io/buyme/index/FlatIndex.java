package io.buyme.index;

import java.util.List;

/** Compares each query with every vector of its partitions. */
final class FlatIndex extends StoredIndex {

    FlatIndex(String providerId, EntryTable table) {
        super(providerId, table);
    }

    @Override
    void search(EntryTable entries, List<Search> searches) {
        for (FlatStore store : entries.partitions()) {
            store.scan(EntryTable.lookingInto(store, searches));
        }
    }

    @Override
    void note(Changes changes) {
        // The table is all there is.
    }

    @Override
    void release() {
        // The table is all there is.
    }
}
