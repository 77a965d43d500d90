package io.buyme.index;

import com.sun.management.OperatingSystemMXBean;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares the two indexes in one run: {@code IndexBenchmark [entries] [dimension]}. The read bound is what
 * it takes to sum up as many floats as a scan reads, and nothing else.
 */
final class IndexBenchmark {

    private static final int QUERIES = 500;
    private static final int K = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private IndexBenchmark() {}

    public static void main(String[] args) throws Exception {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int dimension = args.length > 1 ? Integer.parseInt(args[1]) : 256;
        EmbeddingSpace space = new EmbeddingSpace("benchmark", "1", dimension, Metric.COSINE);
        List<Embedding> vectors = clustered(space, entries + QUERIES);
        List<IndexQuery> queries = vectors.subList(entries, entries + QUERIES).stream()
                .map(v -> IndexQuery.of(v, K))
                .toList();
        List<IndexEntry> rows = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            rows.add(new IndexEntry("id" + i, "p", vectors.get(i)));
        }
        Options options = Options.of(Map.of("exactBelow", "0"));
        try (SnapshotableIndex flat = new FlatIndexProvider().create(space, Options.none());
                SnapshotableIndex graph = new HnswlibIndexProvider().create(space, options)) {
            time("flat upsert", () -> flat.upsertAll(rows));
            flatBesideBandwidth(flat, queries, entries, dimension);
            persistence(flat, space);
            time("hnswlib upsert", () -> graph.upsertAll(rows));
            time("hnswlib graph", () -> await((HnswlibIndex) graph));
            compare(flat, graph, queries, "all");
            for (int oneIn : new int[] {2, 10, 100, 1000}) {
                Predicate<String> filter = id -> Integer.parseInt(id.substring(2)) % oneIn == 0;
                compare(flat, graph, queries.stream().map(q -> q.where(filter)).toList(), "1 in " + oneIn);
            }
        }
    }

    private static void compare(
            SnapshotableIndex flat, SnapshotableIndex graph, List<IndexQuery> queries, String what) {
        List<List<Neighbor>> exact = flat.searchAll(queries);
        List<List<Neighbor>> found = graph.searchAll(queries);
        double hits = 0;
        double all = 0;
        for (int i = 0; i < queries.size(); i++) {
            Set<Neighbor> wanted = new HashSet<>(exact.get(i));
            hits += found.get(i).stream().filter(wanted::contains).count();
            all += wanted.size();
        }
        double flatBest = 0;
        double graphBest = 0;
        double batchBest = 0;
        for (int round = 0; round < 4; round++) {
            flatBest = Math.max(flatBest, perSecond(queries.size(), () -> queries.forEach(flat::search)));
            batchBest = Math.max(batchBest, perSecond(queries.size(), () -> flat.searchAll(queries)));
            graphBest = Math.max(graphBest, perSecond(queries.size(), () -> queries.forEach(graph::search)));
        }
        System.out.printf(
                "%-10s flat %.0f/s, batch %.0f/s, hnswlib %.0f/s (%.2fx flat) at recall %.4f%n",
                what, flatBest, batchBest, graphBest, graphBest / flatBest, hits / all);
    }

    private static void flatBesideBandwidth(
            SnapshotableIndex flat, List<IndexQuery> queries, int entries, int dimension) {
        float[][] columns = new float[dimension * ((entries + 1023) / 1024)][1024];
        float[] sums = new float[1024];
        double read = 0;
        double one = 0;
        double batch = 0;
        for (int round = 0; round < 5; round++) {
            one = Math.max(one, perSecond(QUERIES, () -> queries.forEach(flat::search)));
            batch = Math.max(batch, perSecond(QUERIES, () -> flat.searchAll(queries)));
            read = Math.max(read, perSecond(50, () -> {
                for (int i = 0; i < 50; i++) {
                    for (float[] column : columns) {
                        addTo(sums, column);
                    }
                }
            }));
        }
        System.out.printf(
                "flat %.0f/s = %.2f of the read bound %.0f/s (%s), batch %.2f%n",
                one, one / read, read, sums[0], batch / read);
    }

    private static void addTo(float[] sums, float[] column) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += column[i];
        }
    }

    private static void persistence(SnapshotableIndex flat, EmbeddingSpace space) throws Exception {
        Path file = Files.createTempFile("benchmark", ".index");
        for (int round = 0; round < 3; round++) {
            time("save", () -> flat.save(file));
            time(
                    "load flat",
                    () -> new FlatIndexProvider()
                            .load(file, space, Options.none())
                            .close());
        }
        System.out.printf("file %.1f MB%n", Files.size(file) / 1e6);
        time("load hnswlib until it answers", () -> {
            try (SnapshotableIndex loaded = new HnswlibIndexProvider().load(file, space, Options.none())) {
                loaded.size();
            }
        });
        Files.delete(file);
    }

    private static List<Embedding> clustered(EmbeddingSpace space, int count) {
        Random random = new Random(7);
        float[][] centers = new float[200][space.dimension()];
        for (float[] center : centers) {
            for (int i = 0; i < center.length; i++) {
                center[i] = (float) random.nextGaussian();
            }
        }
        List<Embedding> all = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            float[] values = centers[random.nextInt(centers.length)].clone();
            for (int i = 0; i < values.length; i++) {
                values[i] += 0.8f * (float) random.nextGaussian();
            }
            all.add(Embedding.of(space, values));
        }
        return all;
    }

    private static void await(HnswlibIndex index) {
        while (!index.caughtUp()) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** By the processor time of this thread: other programs that run at the time do not count. */
    private static double perSecond(int count, Runnable action) {
        long start = THREADS.getCurrentThreadCpuTime();
        action.run();
        return count * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }

    private static void time(String what, Runnable action) {
        double start = SYSTEM.getProcessCpuTime();
        action.run();
        System.out.printf("%s: %.2f s of processor time%n", what, (SYSTEM.getProcessCpuTime() - start) / 1e9);
    }
}
