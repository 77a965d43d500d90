package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All entries of an index: by id, and by partition. Not thread-safe; guarded by the lock of the index. */
final class EntryTable implements SnapshotTarget {

    private final EmbeddingSpace space;
    private final Map<String, Row> rowsById = new HashMap<>();
    private final SortedMap<String, FlatStore> partitions = new TreeMap<>();

    EntryTable(EmbeddingSpace space) {
        this.space = space;
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
    Collection<FlatStore> partitions() {
        return partitions.values();
    }

    Changes upsertAll(Collection<IndexEntry> entries) {
        List<Row> retired = new ArrayList<>();
        List<Row> added = new ArrayList<>();
        for (IndexEntry entry : entries) {
            upsert(entry, retired, added);
        }
        return new Changes(retired, added);
    }

    Changes removeAll(Collection<String> ids) {
        List<Row> retired = new ArrayList<>();
        for (String id : ids) {
            Row row = rowsById.remove(id);
            if (row != null) {
                removeFromStore(row);
                retired.add(row);
            }
        }
        return new Changes(retired, List.of());
    }

    @Override
    public boolean addPartition(String name, int rows) {
        FlatStore store = new FlatStore(name, space.dimension());
        store.reserve(rows);
        return partitions.putIfAbsent(name, store) == null;
    }

    @Override
    public boolean add(String id, String partition, float[] vector) {
        FlatStore store = partitions.computeIfAbsent(partition, name -> new FlatStore(name, space.dimension()));
        Row row = new Row(id, store);
        if (rowsById.putIfAbsent(id, row) != null) {
            return false;
        }
        store.add(row, vector);
        return true;
    }

    @Override
    public boolean read(String tag, SnapshotInput input) {
        return false;
    }

    /** Starts a search per query. */
    List<Search> searches(List<IndexQuery> queries) {
        List<Search> searches = new ArrayList<>(queries.size());
        for (IndexQuery query : queries) {
            searches.add(new Search(query, size()));
        }
        return searches;
    }

    /** Returns the searches that look into a partition. */
    static List<Search> lookingInto(FlatStore store, List<Search> searches) {
        return searches.stream()
                .filter(search -> search.looksInto(store.partition()))
                .toList();
    }

    void clear() {
        rowsById.clear();
        partitions.clear();
    }

    private void upsert(IndexEntry entry, List<Row> retired, List<Row> added) {
        float[] vector = Vectors.stored(entry.embedding());
        Row old = rowsById.get(entry.id());
        if (old != null && isSame(old, entry.partition(), vector)) {
            return;
        }
        Row row;
        if (old != null && old.store().partition().equals(entry.partition())) {
            row = new Row(entry.id(), old.store());
            old.store().replace(old, row, vector);
        } else {
            removeFromStore(old);
            FlatStore store = partitions.computeIfAbsent(entry.partition(), p -> new FlatStore(p, space.dimension()));
            row = new Row(entry.id(), store);
            store.add(row, vector);
        }
        rowsById.put(entry.id(), row);
        added.add(row);
        if (old != null) {
            retired.add(old);
        }
    }

    /** An unchanged entry is left alone: taking in the same feed again costs an index nothing. */
    private static boolean isSame(Row row, String partition, float[] vector) {
        return row.store().partition().equals(partition)
                && Arrays.equals(row.store().vector(row), vector);
    }

    private void removeFromStore(@Nullable Row row) {
        if (row == null) {
            return;
        }
        row.store().remove(row);
        if (row.store().size() == 0) {
            partitions.remove(row.store().partition());
        }
    }
}
