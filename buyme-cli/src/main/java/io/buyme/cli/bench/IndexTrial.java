package io.buyme.cli.bench;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.index.VectorKernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Indexes to measure against each other, and how.
 *
 * @param vectors to search among and for
 * @param metric of the space
 * @param indexes each an id, or {@code id:option=value,option=value}
 * @param peers programs to be asked in turns with them, by name; they come first
 * @param k neighbours of each query
 * @param candidates how many entries to weigh, ascending
 * @param threads numbers of threads
 * @param rounds of which the best counts
 */
public record IndexTrial(
        VectorSet.Parts vectors,
        Metric metric,
        List<String> indexes,
        Map<String, Path> peers,
        int k,
        List<Integer> candidates,
        List<Integer> threads,
        int rounds) {

    private static final String EXACT = "flat";

    /** Copies the lists. */
    public IndexTrial {
        indexes = List.copyOf(indexes);
        peers = new LinkedHashMap<>(peers);
        candidates = List.copyOf(candidates);
        threads = List.copyOf(threads);
    }

    /**
     * Builds all indexes and measures them.
     *
     * @param folder for files that are needed meanwhile
     * @param log receives lines for people
     * @throws IllegalArgumentException if an index refuses its options
     * @throws io.buyme.api.BuyMeException if there is no such index, or a program does not do what it should
     */
    public IndexBenchReport run(Path folder, Consumer<String> log) {
        List<IndexEngine> engines = new ArrayList<>();
        try {
            peers.forEach((name, command) -> engines.add(new PeerEngine(name, command, vectors, k, folder)));
            indexes.forEach(index -> engines.add(engine(index, subfolder(folder, engines.size()))));
            log.accept("searching exactly, to know what is to be found");
            List<Index> results = new IndexBench(engines, exact(folder), candidates, threads, rounds, log).run();
            return report(results);
        } finally {
            engines.forEach(IndexEngine::close);
        }
    }

    private List<List<Integer>> exact(Path folder) {
        try (IndexEngine flat = engine(EXACT, folder)) {
            flat.build();
            return flat.search(k, 1).neighbors();
        }
    }

    private IndexEngine engine(String index, Path folder) {
        int colon = index.indexOf(':');
        String id = colon < 0 ? index : index.substring(0, colon);
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting :
                colon < 0 ? new String[0] : index.substring(colon + 1).split(",")) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("index '%s': want id:option=value,option=value".formatted(index));
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        VectorIndexProvider provider =
                Providers.discover(VectorIndexProvider.class).select(id);
        EmbeddingSpace space = new EmbeddingSpace("bench", "1", vectors.base().dimension(), metric);
        return new ProviderEngine(index, provider, Options.of(settings), space, vectors, k, folder);
    }

    private static Path subfolder(Path folder, int number) {
        try {
            return Files.createDirectories(folder.resolve("index" + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndexBenchReport report(List<Index> results) {
        return new IndexBenchReport(
                vectors.base().size(),
                vectors.base().dimension(),
                metric.name().toLowerCase(Locale.ROOT),
                vectors.queries().size(),
                k,
                rounds,
                VectorKernels.inUse(),
                Runtime.version().toString(),
                Runtime.getRuntime().availableProcessors(),
                results.get(0).name(),
                results);
    }
}
