package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Searches large partitions list by list. Any number of searches run at a time, beside the training of lists and the
 * writing of a snapshot, too; while entries change, which is short, searches wait. Writes, trainings and snapshots come
 * one after the other.
 */
final class IvfIndex extends CheckedIndex implements TrainedIndex {

    private final IvfTable table;
    private final Lock writing = new ReentrantLock();
    private final ReadWriteLock access = new ReentrantReadWriteLock();

    IvfIndex(String providerId, IvfTable table) {
        super(providerId);
        this.table = table;
    }

    @Override
    public EmbeddingSpace space() {
        return table.space();
    }

    @Override
    void put(List<IndexEntry> entries) {
        write(() -> {
            locked(access.writeLock(), () -> {
                entries.forEach(table::upsert);
                return table;
            });
            table.partitions().stream().filter(IvfPartition::wantsLists).forEach(this::train);
            return table;
        });
    }

    @Override
    int drop(List<String> ids) {
        return write(() -> locked(access.writeLock(), () ->
                (int) ids.stream().filter(table::remove).count()));
    }

    @Override
    List<List<Neighbor>> find(List<IndexQuery> queries) {
        return read(() -> queries.stream().map(table::search).toList());
    }

    @Override
    public long size() {
        return read(table::size);
    }

    @Override
    public boolean contains(String id) {
        requireNonNull(id, "id");
        return read(() -> table.contains(id));
    }

    @Override
    public Map<String, Drift> drift() {
        return read(() -> {
            Map<String, Drift> drift = new TreeMap<>();
            for (IvfPartition partition : table.partitions()) {
                partition.drift().ifPresent(value -> drift.put(partition.partition(), value));
            }
            return Map.copyOf(drift);
        });
    }

    @Override
    public void train(String partition) {
        requireNonNull(partition, "partition");
        write(() -> {
            table.partition(partition).ifPresent(this::train);
            return table;
        });
    }

    @Override
    public void save(Path file) {
        requireOpen();
        SnapshotFile.replace(
                providerId(),
                file,
                output -> write(() -> {
                    new SnapshotWriter(output).write(space(), table.partitions());
                    return table;
                }));
    }

    @Override
    public void close() {
        refuseFromNowOn();
        locked(
                writing,
                () -> locked(access.writeLock(), () -> {
                    table.clear();
                    return table;
                }));
    }

    /** For a thread that is writing. Searches may read what it reads, and wait only while new lists replace the old. */
    private void train(IvfPartition partition) {
        Optional<IvfLists> trained = partition.trained();
        locked(access.writeLock(), () -> {
            trained.ifPresent(partition::adopt);
            return table;
        });
    }

    private <T> T write(Supplier<T> step) {
        return locked(writing, () -> {
            requireOpen();
            return step.get();
        });
    }

    private <T> T read(Supplier<T> step) {
        return locked(access.readLock(), () -> {
            requireOpen();
            return step.get();
        });
    }

    private static <T> T locked(Lock lock, Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
