package io.buyme.cli.bench;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.FixedFilter;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.cli.bench.IndexBenchReport.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** An index of BuyMe, asked as applications ask it. */
final class ProviderEngine implements IndexEngine {

    private static final String PARTITION = "all";
    private static final int BATCH = 1000;

    private static final long QUIET_NANOS = 300_000_000L;
    private static final boolean CPU_IS_KNOWN =
            ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean;

    private final String name;
    private final VectorIndexProvider provider;
    private final Options options;
    private final EmbeddingSpace space;
    private final Path folder;
    private final List<IndexEntry> entries;
    private final List<IndexQuery> queries;
    private final SnapshotableIndex index;
    private final Map<Double, FixedFilter> fixedFilters = new HashMap<>();
    private final int batch;
    private long bytes;

    /**
     * Makes an empty index.
     *
     * @param batch queries that are asked at a time
     * @param folder for a snapshot
     */
    ProviderEngine(
            String name,
            VectorIndexProvider provider,
            Options options,
            EmbeddingSpace space,
            VectorSet.Parts vectors,
            int k,
            int batch,
            Path folder) {
        this.name = name;
        this.provider = provider;
        this.options = options;
        this.space = space;
        this.batch = batch;
        this.folder = folder;
        this.entries = IntStream.range(0, vectors.base().size())
                .mapToObj(i -> new IndexEntry(
                        Integer.toString(i), PARTITION, vectors.base().embedding(i, space)))
                .toList();
        this.queries = IntStream.range(0, vectors.queries().size())
                .mapToObj(i -> IndexQuery.of(vectors.queries().embedding(i, space), k))
                .toList();
        this.index = provider.create(space, options);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BuildTime build() {
        long before = usedBytes();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        for (int from = 0; from < entries.size(); from += BATCH) {
            index.upsertAll(entries.subList(from, Math.min(from + BATCH, entries.size())));
        }
        index.search(queries.get(0));
        long waited = awaitQuiet();
        BuildTime time = new BuildTime(seconds(System.nanoTime() - start - waited), seconds(cpuNanos() - cpu));
        bytes = usedBytes() - before;
        return time;
    }

    /** Waits for indexes that build behind the writes, which nothing else tells. Returns how long it waited in vain. */
    private static long awaitQuiet() {
        while (true) {
            long cpu = cpuNanos();
            long start = System.nanoTime();
            LockSupport.parkNanos(QUIET_NANOS);
            long waited = System.nanoTime() - start;
            boolean quiet = cpuNanos() - cpu < waited / 4;
            if (quiet || !CPU_IS_KNOWN || Thread.currentThread().isInterrupted()) {
                return waited;
            }
        }
    }

    @Override
    public Size size() {
        Path snapshot = folder.resolve("snapshot");
        try {
            index.save(snapshot);
            long start = System.nanoTime();
            try (SnapshotableIndex loaded = provider.load(snapshot, space, options)) {
                loaded.search(queries.get(0));
                double seconds = seconds(System.nanoTime() - start);
                return new Size(bytes, Files.size(snapshot), seconds);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Answers search(Ask ask) {
        int threads = ask.threads();
        List<IndexQuery> asked =
                queries.stream().map(query -> asked(query, ask)).toList();
        // What this thread computes takes the same time whatever else the machine does; what several do has to be
        // clocked.
        long start = threads == 1 ? nanosOfOne() : System.nanoTime();
        List<List<Neighbor>> found = threads == 1 ? searchEach(asked) : searchAll(asked, threads);
        long end = threads == 1 ? nanosOfOne() : System.nanoTime();
        return new Answers(
                seconds(end - start), found.stream().map(ProviderEngine::places).toList());
    }

    @Override
    public long bytesReadPerQuery() {
        boolean exact = provider.id().equals("flat") && batch == 1;
        return exact ? (long) Float.BYTES * space.dimension() * entries.size() : 0;
    }

    @Override
    public void close() {
        index.close();
    }

    private IndexQuery asked(IndexQuery query, Ask ask) {
        IndexQuery weighing =
                ask.candidates().isPresent() ? query.weighing(ask.candidates().getAsInt()) : query;
        if (ask.passing() == 1) {
            return weighing;
        }
        // Each query has a predicate of its own, as far as an index can tell.
        Predicate<String> filter = id -> ask.passes(Integer.parseInt(id));
        return weighing.where(
                ask.fixed() ? fixedFilters.computeIfAbsent(ask.passing(), share -> FixedFilter.of(filter)) : filter);
    }

    private List<List<Neighbor>> searchEach(List<IndexQuery> asked) {
        List<List<Neighbor>> found = new ArrayList<>(asked.size());
        for (int from = 0; from < asked.size(); from += batch) {
            found.addAll(index.searchAll(asked.subList(from, Math.min(from + batch, asked.size()))));
        }
        return found;
    }

    private List<List<Neighbor>> searchAll(List<IndexQuery> asked, int threads) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            int share = (asked.size() + threads - 1) / threads;
            List<Future<List<List<Neighbor>>>> parts = new ArrayList<>();
            for (int from = 0; from < asked.size(); from += share) {
                List<IndexQuery> part = asked.subList(from, Math.min(from + share, asked.size()));
                parts.add(executor.submit(() -> searchEach(part)));
            }
            List<List<Neighbor>> found = new ArrayList<>();
            for (Future<List<List<Neighbor>>> part : parts) {
                found.addAll(part.get());
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while searching", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a search failed: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Integer> places(List<Neighbor> neighbors) {
        return neighbors.stream()
                .map(neighbor -> Integer.valueOf(neighbor.id()))
                .toList();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** An index may have help with a batch, which counts. */
    private long nanosOfOne() {
        return batch == 1 ? threadNanos() : cpuNanos();
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
