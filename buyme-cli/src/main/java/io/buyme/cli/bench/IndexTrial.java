package io.buyme.cli.bench;

import static java.util.Objects.requireNonNull;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Metric;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.cli.bench.IndexEngine.Ask;
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
 * @param batch queries that are asked at a time
 * @param passing shares of the entries that filters let pass
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
        int batch,
        List<Double> passing,
        int rounds) {

    private static final String EXACT = "flat";
    private static final double ALL = 1;

    /** Copies the lists. */
    public IndexTrial {
        indexes = List.copyOf(indexes);
        peers = new LinkedHashMap<>(peers);
        candidates = List.copyOf(candidates);
        threads = List.copyOf(threads);
        passing = List.copyOf(passing);
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
            Map<Double, List<List<Integer>>> exact = exact(folder);
            List<List<Integer>> nearest = requireNonNull(exact.remove(ALL));
            return report(new IndexBench(engines, nearest, exact, candidates, threads, rounds, log).run());
        } finally {
            engines.forEach(IndexEngine::close);
        }
    }

    /** Returns the nearest neighbours of each query among all entries and among those that filters let pass. */
    private Map<Double, List<List<Integer>>> exact(Path folder) {
        Map<Double, List<List<Integer>>> exact = new LinkedHashMap<>();
        try (IndexEngine flat = engine(EXACT, folder)) {
            flat.build();
            exact.put(ALL, flat.search(Ask.of(ALL)).neighbors());
            passing.forEach(share -> exact.put(share, flat.search(Ask.of(share)).neighbors()));
        }
        return exact;
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
        return new ProviderEngine(index, provider, Options.of(settings), space, vectors, k, batch, folder);
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
