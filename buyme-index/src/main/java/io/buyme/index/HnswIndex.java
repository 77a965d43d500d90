package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Searches large partitions through graphs of our own. Searches take no lock and wait for no writer; a search sees all
 * of a write or nothing of it. Writes come one after the other, and a snapshot counts as one.
 */
final class HnswIndex implements SnapshotableIndex {

    /** Queries that look at the same state: few enough for writers to get rid of what they look at. */
    private static final int GROUP = 32;

    private final String providerId;
    private final HnswTable table;
    private final Lock writing = new ReentrantLock();
    private volatile boolean closed;

    HnswIndex(String providerId, HnswTable table) {
        this.providerId = providerId;
        this.table = table;
    }

    @Override
    public EmbeddingSpace space() {
        return table.space();
    }

    @Override
    public void upsertAll(Collection<IndexEntry> entries) {
        List<IndexEntry> checked = List.copyOf(entries);
        for (IndexEntry entry : checked) {
            requireSameSpace(entry.embedding());
            Texts.requireWellFormed("id", entry.id());
            Texts.requireWellFormed("partition", entry.partition());
        }
        write(() -> table.upsertAll(checked));
    }

    @Override
    public int removeAll(Collection<String> ids) {
        List<String> copy = List.copyOf(ids);
        return write(() -> table.removeAll(copy));
    }

    @Override
    public List<List<Neighbor>> searchAll(List<IndexQuery> queries) {
        List<IndexQuery> checked = List.copyOf(queries);
        checked.forEach(query -> requireSameSpace(query.embedding()));
        requireOpen();
        List<List<Neighbor>> results = new ArrayList<>(checked.size());
        for (int from = 0; from < checked.size(); from += GROUP) {
            results.addAll(table.search(checked.subList(from, Math.min(from + GROUP, checked.size()))));
            requireOpen();
        }
        return List.copyOf(results);
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
                providerId,
                file,
                output -> write(() -> {
                    new SnapshotWriter(output).write(space(), table.sources());
                    return table.size();
                }));
    }

    @Override
    public void close() {
        closed = true;
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

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the " + providerId + " index is closed");
        }
    }

    private void requireSameSpace(Embedding embedding) {
        Vectors.requireSpace(space(), embedding);
    }
}
