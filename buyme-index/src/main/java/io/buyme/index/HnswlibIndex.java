package io.buyme.index;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Searches large partitions through graphs of hnswlib-core. A thread of its own, which is there only while it has work,
 * brings the graphs up to date behind the writes.
 */
final class HnswlibIndex extends StoredIndex {

    private static final Logger LOG = System.getLogger(HnswlibIndex.class.getName());

    private final GraphOptions options;
    private final Map<FlatStore, GraphedPartition> partitions = new LinkedHashMap<>();
    private final ThreadPoolExecutor follower = newFollower();

    HnswlibIndex(String providerId, EntryTable table, GraphOptions options) {
        super(providerId, table);
        this.options = options;
        table.partitions().forEach(this::graphed);
        follower.execute(this::catchUp);
    }

    /** Tells whether all graphs are up to date. */
    boolean caughtUp() {
        return read(() -> partitions.values().stream().noneMatch(GraphedPartition::behind));
    }

    @Override
    void search(EntryTable entries, List<Search> searches) {
        for (FlatStore store : entries.partitions()) {
            List<Search> inside = EntryTable.lookingInto(store, searches);
            GraphedPartition partition = partitions.get(store);
            if (partition == null) {
                store.scan(inside);
            } else {
                inside.forEach(partition::search);
            }
        }
    }

    @Override
    void note(Changes changes) {
        changes.retired().forEach(row -> graphed(row.store()).retire(row));
        changes.added().stream()
                .filter(Row::live)
                .forEach(row -> graphed(row.store()).add(row));
        partitions.keySet().removeIf(store -> store.size() == 0);
        if (partitions.values().stream().anyMatch(GraphedPartition::behind)) {
            follower.execute(this::catchUp);
        }
    }

    @Override
    void release() {
        partitions.clear();
    }

    private GraphedPartition graphed(FlatStore store) {
        return partitions.computeIfAbsent(
                store, s -> new GraphedPartition(s, space().metric(), space().dimension(), options));
    }

    private void catchUp() {
        for (GraphedPartition partition : exclusively(() -> List.copyOf(partitions.values()))) {
            try {
                catchUp(partition);
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.log(Level.WARNING, "giving up a graph; its partition is searched exactly from now on", e);
                exclusively(() -> {
                    partition.giveUp();
                    return partition;
                });
            }
        }
    }

    private void catchUp(GraphedPartition partition) {
        GraphedPartition.Chunk chunk = exclusively(() -> partition.next(null));
        while (!chunk.isEmpty() && !closed()) {
            chunk.insert();
            GraphedPartition.Chunk done = chunk;
            chunk = exclusively(() -> partition.next(done));
        }
    }

    /** One run under way and one to come are enough: each looks at all there is to do. */
    private static ThreadPoolExecutor newFollower() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                task -> {
                    Thread thread = new Thread(task, "buyme-hnswlib");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
