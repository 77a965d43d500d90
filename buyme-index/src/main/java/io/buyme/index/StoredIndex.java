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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What all indexes of this module share: the table of entries, the locking, snapshots.
 *
 * <p>Any number of searches run at a time. A write has the table to itself while it changes it, so a search sees all
 * of a write or nothing of it, and never a half-written vector. A batch of queries is answered in
 * groups, between which writes may come through. A snapshot holds the state of one
 * moment: until the data are written (not until the disk has them) writers wait for it, and searches for a writer that
 * waits.
 */
abstract class StoredIndex implements SnapshotableIndex {

    /** Few enough that a long batch does not keep writers waiting, enough to use a block while it is in the cache. */
    private static final int GROUP = 32;

    private final String providerId;
    private final EntryTable table;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean closed;

    StoredIndex(String providerId, EntryTable table) {
        this.providerId = providerId;
        this.table = table;
    }

    /** Lets the searches consider entries of their partitions. Called under the read lock. */
    abstract void search(EntryTable entries, List<Search> searches);

    /** Takes note of a write that the table has just seen. Called under the write lock, so it is to be quick. */
    abstract void note(Changes changes);

    /** Lets go of what the index holds beside the table. Called under the write lock. */
    abstract void release();

    @Override
    public final EmbeddingSpace space() {
        return table.space();
    }

    @Override
    public final void upsertAll(Collection<IndexEntry> entries) {
        List<IndexEntry> checked = List.copyOf(entries);
        for (IndexEntry entry : checked) {
            requireSameSpace(entry.embedding());
            Texts.requireWellFormed("id", entry.id());
            Texts.requireWellFormed("partition", entry.partition());
        }
        write(() -> table.upsertAll(checked));
    }

    @Override
    public final int removeAll(Collection<String> ids) {
        List<String> copy = List.copyOf(ids);
        return write(() -> table.removeAll(copy)).retired().size();
    }

    @Override
    public final List<List<Neighbor>> searchAll(List<IndexQuery> queries) {
        List<IndexQuery> checked = List.copyOf(queries);
        checked.forEach(query -> requireSameSpace(query.embedding()));
        requireOpen();
        List<List<Neighbor>> results = new ArrayList<>(checked.size());
        for (int from = 0; from < checked.size(); from += GROUP) {
            List<IndexQuery> group = checked.subList(from, Math.min(from + GROUP, checked.size()));
            results.addAll(read(() -> {
                List<Search> searches = table.searches(group);
                search(table, searches);
                return searches.stream().map(Search::result).toList();
            }));
        }
        return List.copyOf(results);
    }

    @Override
    public final long size() {
        return read(table::size);
    }

    @Override
    public final boolean contains(String id) {
        requireNonNull(id, "id");
        return read(() -> table.contains(id));
    }

    @Override
    public final void save(Path file) {
        requireOpen();
        SnapshotFile.replace(
                providerId,
                file,
                output -> read(() -> {
                    new SnapshotWriter(output).write(table.space(), table.partitions());
                    return table.size();
                }));
    }

    @Override
    public final void close() {
        closed = true;
        exclusively(() -> {
            table.clear();
            release();
            return table;
        });
    }

    final boolean closed() {
        return closed;
    }

    /** Takes a step with no search and no write beside it. */
    final <T> T exclusively(Step<T> step) {
        lock.writeLock().lock();
        try {
            return step.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Changes write(Step<Changes> step) {
        return exclusively(() -> {
            requireOpen();
            Changes changes = step.run();
            note(changes);
            return changes;
        });
    }

    final <T> T read(Step<T> step) {
        lock.readLock().lock();
        try {
            requireOpen();
            return step.run();
        } finally {
            lock.readLock().unlock();
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

    /** A step under a lock. */
    interface Step<T> {
        T run();
    }
}
