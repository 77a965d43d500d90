package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All entries of an index with lists: by id, and by partition. Guarded by the lock of the index. */
final class IvfTable implements SnapshotTarget {

    private final EmbeddingSpace space;
    private final IvfOptions options;
    private final Map<String, IvfRow> rowsById = new HashMap<>();
    private final SortedMap<String, IvfPartition> partitions = new TreeMap<>();
    private @Nullable IvfPartition lastRead;

    IvfTable(EmbeddingSpace space, IvfOptions options) {
        this.space = space;
        this.options = options;
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public int size() {
        return rowsById.size();
    }

    boolean contains(String id) {
        return rowsById.containsKey(id);
    }

    /** Returns the partitions that have entries, by name. */
    Collection<IvfPartition> partitions() {
        return partitions.values();
    }

    Optional<IvfPartition> partition(String name) {
        return Optional.ofNullable(partitions.get(name));
    }

    List<Neighbor> search(IndexQuery query) {
        Search search = new Search(query, size());
        IvfProbe probe = new IvfProbe(search, space.metric());
        for (IvfPartition partition : partitions.values()) {
            if (search.looksInto(partition.partition())) {
                partition.search(probe);
            }
        }
        return search.result();
    }

    void upsert(IndexEntry entry) {
        float[] vector = Vectors.stored(entry.embedding());
        IvfRow old = rowsById.get(entry.id());
        // An unchanged entry is left alone: taking in the same feed again costs an index nothing.
        if (old != null
                && old.partition().partition().equals(entry.partition())
                && old.partition().holds(old, vector)) {
            return;
        }
        IvfRow row = partitions
                .computeIfAbsent(entry.partition(), this::newPartition)
                .add(entry.id(), vector);
        rowsById.put(entry.id(), row);
        if (old != null) {
            removeFromPartition(old);
        }
    }

    /** Tells whether there was an entry of this id. */
    boolean remove(String id) {
        IvfRow row = rowsById.remove(id);
        if (row != null) {
            removeFromPartition(row);
        }
        return row != null;
    }

    void clear() {
        rowsById.clear();
        partitions.clear();
    }

    @Override
    public boolean addPartition(String name, int rows) {
        endReading();
        lastRead = newPartition(name);
        lastRead.reserve(rows);
        return partitions.putIfAbsent(name, lastRead) == null;
    }

    @Override
    public boolean add(String id, String partition, float[] vector) {
        IvfRow row = partitions.computeIfAbsent(partition, this::newPartition).add(id, vector);
        return rowsById.putIfAbsent(id, row) == null;
    }

    @Override
    public boolean read(String tag, SnapshotInput input) throws IOException {
        boolean lists = tag.equals(SnapshotFormat.LISTS);
        boolean codes = tag.equals(SnapshotFormat.CODES) && options.codes().isPresent();
        if (!lists && !codes) {
            return false;
        }
        if (lastRead == null) {
            throw input.damaged("lists come before their partition");
        }
        if (lists) {
            lastRead.readLists(input);
        } else {
            lastRead.readCodes(input, options.codes().get());
        }
        return true;
    }

    /** Makes the lists that a snapshot did not have, and drops partitions without entries. */
    void finishReading() {
        endReading();
        partitions.values().removeIf(partition -> partition.size() == 0);
        for (IvfPartition partition : partitions.values()) {
            if (partition.wantsLists()) {
                partition.trained().ifPresent(partition::adopt);
            }
        }
    }

    private void endReading() {
        if (lastRead != null) {
            lastRead.endReading();
        }
    }

    private void removeFromPartition(IvfRow row) {
        IvfPartition partition = row.partition();
        partition.remove(row);
        if (partition.size() == 0) {
            partitions.remove(partition.partition());
        }
    }

    private IvfPartition newPartition(String name) {
        return new IvfPartition(name, space, options);
    }
}
