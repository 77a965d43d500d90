package io.buyme.index;

import java.util.List;

/** Compares each query with every vector of its partitions. */
final class FlatIndex extends StoredIndex {

    /** So many queries make up for packing a block, and take about as long as 32 of an index that has no batches. */
    private static final int GROUP = 256;

    private final int threads;

    /** @param threads that answer a batch at most */
    FlatIndex(String providerId, EntryTable table, int threads) {
        super(providerId, table, GROUP);
        this.threads = threads;
    }

    @Override
    void search(EntryTable entries, List<Search> searches) {
        new FlatScan(entries.partitions(), searches, threads).run();
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
