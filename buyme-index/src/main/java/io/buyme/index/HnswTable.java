package io.buyme.index;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All entries of an index with graphs. Changed by one thread at a time, while others search it. */
final class HnswTable implements SnapshotTarget {

    private final EmbeddingSpace space;
    private final HnswOptions options;
    private final Measure measure;
    private final Links links;
    private final Versions versions;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final SortedMap<String, HnswPartition> partitions = new ConcurrentSkipListMap<>();
    private @Nullable HnswPartition lastRead;

    HnswTable(EmbeddingSpace space, HnswOptions options, Kernels kernels) {
        this.space = space;
        this.options = options;
        this.measure = new Measure(space.metric(), space.dimension(), kernels);
        this.links = new Links(options.m());
        this.versions = new Versions(() -> new Walk(measure, links));
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public int size() {
        return versions.newest().size();
    }

    boolean contains(String id) {
        return places.containsKey(id);
    }

    /** Returns the neighbors of each query, all in the same state of the table. */
    List<List<Neighbor>> search(List<IndexQuery> queries) {
        Versions.Reader reader = versions.enter();
        try {
            CallFilters filters = new CallFilters(reader.version());
            return queries.stream().map(query -> search(query, reader, filters)).toList();
        } finally {
            versions.leave(reader);
        }
    }

    /**
     * Adds entries, or replaces them: all or, if that fails, none. Of entries of the same id, the last counts. Returns how
     * many were new or changed.
     */
    int upsertAll(Collection<IndexEntry> entries) {
        Map<String, IndexEntry> lastById = new LinkedHashMap<>();
        entries.forEach(entry -> lastById.put(entry.id(), entry));
        Map<String, Place> added = new LinkedHashMap<>();
        try {
            lastById.values().forEach(entry -> put(entry, added));
            link(added.values());
        } catch (RuntimeException | Error e) {
            added.values().forEach(place -> place.partition().abandon(place.slot()));
            throw e;
        }
        if (!added.isEmpty()) {
            commit(added, Set.of());
        }
        return added.size();
    }

    /** Removes the entries of these ids, as far as there are any. Returns how many. */
    int removeAll(Collection<String> ids) {
        Set<String> known = new LinkedHashSet<>(ids);
        known.removeIf(id -> !places.containsKey(id));
        if (!known.isEmpty()) {
            commit(Map.of(), known);
        }
        return known.size();
    }

    /** Returns the partitions as they are to be written. Until that is done, nothing may change. */
    List<SnapshotSource> sources() {
        reclaim(true);
        return partitions.values().stream()
                .filter(partition -> partition.size() > 0)
                .<SnapshotSource>map(HnswRows::new)
                .toList();
    }

    Optional<HnswPartition> partition(String name) {
        return Optional.ofNullable(partitions.get(name));
    }

    void clear() {
        partitions.clear();
        places.clear();
        versions.publish(0);
    }

    @Override
    public boolean addPartition(String name, int rows) {
        lastRead = newPartition(name);
        return partitions.putIfAbsent(name, lastRead) == null;
    }

    @Override
    public boolean add(String id, String partitionName, float[] vector) {
        HnswPartition partition = partitions.computeIfAbsent(partitionName, this::newPartition);
        int slot = partition.put(id, vector);
        long version = versions.newest().version();
        partition.bear(slot, version + 1);
        boolean isNew = places.putIfAbsent(id, new Place(partition, slot)) == null;
        versions.publish(places.size());
        return isNew;
    }

    @Override
    public boolean read(String tag, SnapshotInput input) throws IOException {
        if (!tag.equals(SnapshotFormat.GRAPH)) {
            return false;
        }
        if (lastRead == null) {
            throw input.damaged("a graph comes before its partition");
        }
        new HnswGraphReader(input, lastRead).read();
        return true;
    }

    /** Builds the graphs that a snapshot did not have. */
    void buildMissingGraphs() {
        partitions.values().forEach(HnswPartition::buildGraphIfLarge);
    }

    private List<Neighbor> search(IndexQuery query, Versions.Reader reader, CallFilters filters) {
        if (reader.size() == 0) {
            return List.of();
        }
        Search search = new Search(query, reader.size());
        HnswSearch within = new HnswSearch(options, reader, filters, search);
        for (HnswPartition partition : partitions.values()) {
            if (search.looksInto(partition.name())) {
                within.search(partition);
            }
        }
        return search.result();
    }

    private void put(IndexEntry entry, Map<String, Place> added) {
        float[] vector = Vectors.stored(entry.embedding());
        Place old = places.get(entry.id());
        // An unchanged entry is left alone: taking in the same feed again costs an index nothing.
        if (old == null
                || !old.partition().name().equals(entry.partition())
                || !old.partition().holds(old.slot(), vector)) {
            HnswPartition partition = partitions.computeIfAbsent(entry.partition(), this::newPartition);
            added.put(entry.id(), new Place(partition, partition.put(entry.id(), vector)));
        }
    }

    private static void link(Collection<Place> places) {
        Map<HnswPartition, List<Place>> byPartition = places.stream().collect(Collectors.groupingBy(Place::partition));
        byPartition.forEach((partition, added) ->
                partition.link(added.stream().mapToInt(Place::slot).toArray()));
    }

    private void commit(Map<String, Place> added, Set<String> removed) {
        long version = versions.newest().version() + 1;
        added.forEach((id, place) -> {
            place.partition().bear(place.slot(), version);
            bury(places.put(id, place), version);
        });
        removed.forEach(id -> bury(places.remove(id), version));
        versions.publish(places.size());
        reclaim(false);
    }

    private static void bury(@Nullable Place place, long version) {
        if (place != null) {
            place.partition().bury(place.slot(), version);
        }
    }

    private void reclaim(boolean all) {
        long oldest = versions.oldest();
        partitions.values().removeIf(partition -> partition.isOver(oldest));
        boolean changed = false;
        for (HnswPartition partition : partitions.values()) {
            int most = all ? 0 : partition.patience();
            changed |= partition.reclaim(oldest, versions.newest().version() + 1, most);
        }
        if (changed) {
            versions.publish(places.size());
        }
    }

    private HnswPartition newPartition(String name) {
        return new HnswPartition(name, space.dimension(), options, measure, links);
    }

    /** Where the row of an entry is. */
    private record Place(HnswPartition partition, int slot) {}
}
