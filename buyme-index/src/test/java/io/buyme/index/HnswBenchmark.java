package io.buyme.index;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Compares {@code hnsw} with each kind of kernels, {@code hnswlib} and {@code flat} on the same clustered vectors, in
 * turns, on one thread: {@code HnswBenchmark [entries] [dimension] [rounds]}. To have all kernels, start it with
 * {@code --add-modules jdk.incubator.vector}. Rates are of processor time, so other programs disturb them less than they
 * do a clock; their ratios are what counts.
 */
final class HnswBenchmark {

    private static final int QUERIES = 500;
    private static final int[] CANDIDATES = {20, 40, 80, 160, 320};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private HnswBenchmark() {}

    public static void main(String[] args) throws InterruptedException {
        int entries = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
        int dimension = args.length > 1 ? Integer.parseInt(args[1]) : 128;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        EmbeddingSpace space = IndexData.space(Metric.EUCLIDEAN, dimension);
        List<Embedding> vectors = clustered(space, entries + QUERIES);
        List<IndexEntry> rows = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            rows.add(new IndexEntry("id" + i, "p", vectors.get(i)));
        }
        List<IndexQuery> queries = vectors.subList(entries, entries + QUERIES).stream()
                .map(vector -> IndexQuery.of(vector, 10))
                .toList();
        Map<String, SnapshotableIndex> indexes = indexes(space);
        indexes.forEach((name, index) -> {
            double start = THREADS.getCurrentThreadCpuTime();
            index.upsertAll(rows);
            System.out.printf("%-18s built in %.1f s%n", name, (THREADS.getCurrentThreadCpuTime() - start) / 1e9);
        });
        for (SnapshotableIndex index : indexes.values()) {
            while (index instanceof HnswlibIndex hnswlib && !hnswlib.caughtUp()) {
                Thread.sleep(100);
            }
        }
        compare(indexes, queries, rounds);
        indexes.values().forEach(SnapshotableIndex::close);
    }

    private static Map<String, SnapshotableIndex> indexes(EmbeddingSpace space) {
        Map<String, SnapshotableIndex> indexes = new LinkedHashMap<>();
        indexes.put("flat", new FlatIndexProvider().create(space, Options.none()));
        indexes.put("hnsw plain Java", hnsw(space, new ScalarKernels()));
        VectorKernels.panama().ifPresent(kernels -> indexes.put("hnsw Vector API", hnsw(space, kernels)));
        for (int candidates : CANDIDATES) {
            // Only queries of our own index can say how many; a graph is built per setting, so two of them will do.
            if (candidates == 40 || candidates == 160) {
                Options options = Options.of(Map.of("exactBelow", "0", "efSearch", Integer.toString(candidates)));
                indexes.put("hnswlib " + candidates, new HnswlibIndexProvider().create(space, options));
            }
        }
        return indexes;
    }

    private static SnapshotableIndex hnsw(EmbeddingSpace space, Kernels kernels) {
        return new HnswIndex("hnsw", new HnswTable(space, HnswOptions.of(Options.none()), kernels));
    }

    private static void compare(Map<String, SnapshotableIndex> indexes, List<IndexQuery> queries, int rounds) {
        SnapshotableIndex flat = indexes.get("flat");
        Map<String, Double> best = new LinkedHashMap<>();
        Map<String, Double> recalls = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            indexes.forEach((name, index) -> {
                for (int candidates : name.startsWith("hnsw ") ? CANDIDATES : new int[] {0}) {
                    List<IndexQuery> asked = candidates == 0 ? queries : weighing(queries, candidates);
                    String what = candidates == 0 ? name : name + " " + candidates;
                    best.merge(what, perSecond(index, asked), Math::max);
                    recalls.computeIfAbsent(what, key -> IndexData.recall(index, flat, asked));
                }
            });
        }
        double unit = best.getOrDefault("hnswlib 40", 1.0);
        best.forEach((what, rate) -> System.out.printf(
                Locale.ROOT,
                "%-22s recall %.4f, %.0f queries/s, %.2f of hnswlib 40, %.1f of flat%n",
                what,
                recalls.get(what),
                rate,
                rate / unit,
                rate / best.getOrDefault("flat", 1.0)));
    }

    private static List<IndexQuery> weighing(List<IndexQuery> queries, int candidates) {
        return queries.stream().map(query -> query.weighing(candidates)).toList();
    }

    private static double perSecond(SnapshotableIndex index, List<IndexQuery> queries) {
        long start = THREADS.getCurrentThreadCpuTime();
        queries.forEach(index::search);
        return queries.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
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
}
