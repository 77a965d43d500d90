package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What indexes share that keep their entries in one table: the locking, snapshots.
 *
 * <p>Any number of searches run at a time. A write has the table to itself while it changes it, so a search sees all
 * of a write or nothing of it, and never a half-written vector. A batch of queries is answered in
 * groups, between which writes may come through. A snapshot holds the state of one
 * moment: until the data are written (not until the disk has them) writers wait for it, and searches for a writer that
 * waits.
 */
abstract class StoredIndex extends CheckedIndex {

    private final EntryTable table;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    StoredIndex(String providerId, EntryTable table) {
        super(providerId);
        this.table = table;
    }

    /** @param group queries of a batch that are answered in one state of the index */
    StoredIndex(String providerId, EntryTable table, int group) {
        super(providerId, group);
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
    final void put(List<IndexEntry> entries) {
        write(() -> table.upsertAll(entries));
    }

    @Override
    final int drop(List<String> ids) {
        return write(() -> table.removeAll(ids)).retired().size();
    }

    @Override
    final List<List<Neighbor>> find(List<IndexQuery> queries) {
        return read(() -> {
            List<Search> searches = table.searches(queries);
            search(table, searches);
            return searches.stream().map(Search::result).toList();
        });
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
                providerId(),
                file,
                output -> read(() -> {
                    new SnapshotWriter(output).write(table.space(), table.partitions());
                    return table.size();
                }));
    }

    @Override
    public final void close() {
        refuseFromNowOn();
        exclusively(() -> {
            table.clear();
            release();
            return table;
        });
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

    /** A step under a lock. */
    interface Step<T> {
        T run();
    }
}
