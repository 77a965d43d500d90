package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Searches large partitions through graphs of our own. Searches take no lock and wait for no writer; a search sees all
 * of a write or nothing of it. Writes come one after the other, and a snapshot counts as one.
 */
final class HnswIndex extends CheckedIndex {

    private final HnswTable table;
    private final Lock writing = new ReentrantLock();

    HnswIndex(String providerId, HnswTable table) {
        super(providerId);
        this.table = table;
    }

    @Override
    public EmbeddingSpace space() {
        return table.space();
    }

    @Override
    void put(List<IndexEntry> entries) {
        write(() -> table.upsertAll(entries));
    }

    @Override
    int drop(List<String> ids) {
        return write(() -> table.removeAll(ids));
    }

    @Override
    List<List<Neighbor>> find(List<IndexQuery> queries) {
        return table.search(queries);
    }

    @Override
    public long size() {
        requireOpen();
        return table.size();
    }

    @Override
    public boolean contains(String id) {
        requireNonNull(id, "id");
        requireOpen();
        return table.contains(id);
    }

    @Override
    public void save(Path file) {
        requireOpen();
        SnapshotFile.replace(
                providerId(),
                file,
                output -> write(() -> {
                    new SnapshotWriter(output).write(space(), table.sources());
                    return table.size();
                }));
    }

    @Override
    public void close() {
        refuseFromNowOn();
        writing.lock();
        try {
            table.clear();
        } finally {
            writing.unlock();
        }
    }

    private int write(IntSupplier step) {
        writing.lock();
        try {
            requireOpen();
            return step.getAsInt();
        } finally {
            writing.unlock();
        }
    }
}
