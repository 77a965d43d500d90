package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Metric;
import io.buyme.cli.bench.IndexBenchReport;
import io.buyme.cli.bench.IndexBenchReport.Filtered;
import io.buyme.cli.bench.IndexBenchReport.Index;
import io.buyme.cli.bench.IndexTrial;
import io.buyme.cli.bench.RecallPlot;
import io.buyme.cli.bench.VectorFile;
import io.buyme.cli.bench.VectorSet;
import io.buyme.index.VectorKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme bench index}: how fast are indexes at the same recall? */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures recall and speed of vector indexes on the same vectors in turns, and writes JSON; a table goes to"
                    + " standard error.",
            "",
            "Speeds are of the best round. What counts is their ratio to the baseline, which is the first --peer, or"
                    + " else the first --index: it was measured in the same minutes."
        })
final class BenchIndexCommand implements Callable<Integer> {

    private static final long SEED = 42;

    private final Console console;

    @Mixin
    private final VectorOptions vectors = new VectorOptions();

    @Option(
            names = "--index",
            paramLabel = "ID[:OPTION=VALUE,...]",
            description = "An index to measure, perhaps with settings; may be given several times (default: hnsw and"
                    + " hnswlib).")
    private List<String> indexes = List.of("hnsw", "hnswlib");

    @Option(
            names = "--peer",
            paramLabel = "NAME=FILE",
            description = "A program to measure beside them, such as hnswlib-peer of buyme-benchmarks; may be given"
                    + " several times.")
    private Map<String, Path> peers = Map.of();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "EUCLIDEAN",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Metric metric = Metric.EUCLIDEAN;

    @Option(
            names = "-k",
            paramLabel = "N",
            defaultValue = "10",
            description = "Neighbours (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
            names = "--candidates",
            split = ",",
            paramLabel = "N",
            defaultValue = "10,16,24,32,48,64,96,128,200,300",
            description = "How many entries a search weighs (efSearch of HNSW); several with commas between (default:"
                    + " ${DEFAULT-VALUE}).")
    private List<Integer> candidates = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that ask; several numbers with commas between (default: ${DEFAULT-VALUE}).")
    private List<Integer> threads = List.of();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1",
            description = "Ask so many queries at a time (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--passing",
            split = ",",
            paramLabel = "SHARE",
            description =
                    "Search with filters, too, that let so large a share of the entries pass, such as"
                            + " 0.5,0.1,0.01,0.001, once with a filter for each query and once with a fixed one for all; with the index's own number of candidates.")
    private List<Double> passing = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds after the first, which is not counted (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw speed over recall, as SVG, to this file.")
    private @Nullable Path plot;

    BenchIndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        VectorKernels.fasterWith()
                .ifPresent(option -> console.note("hnsw is faster when Java is started with %s (JAVA_OPTS)", option));
        IndexTrial trial = new IndexTrial(
                vectors.read(SEED),
                metric,
                indexes,
                peers,
                k,
                candidates.stream().sorted().toList(),
                threads,
                batch,
                passing,
                rounds);
        try (TemporaryFolder folder = TemporaryFolder.create("buyme-bench-index")) {
            IndexBenchReport report = trial.run(folder.path(), console::note);
            table(report);
            if (plot != null) {
                write(plot, RecallPlot.svg(report));
            }
            JsonOutput.write(console.out(), report);
            return ExitCodes.OK;
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(Failures.message(e));
        }
    }

    private void check() {
        Usage.atLeast(1, k, "-k");
        Usage.atLeast(1, rounds, "--rounds");
        Usage.atLeast(1, batch, "--batch");
        candidates.forEach(count -> Usage.atLeast(1, count, "--candidates"));
        threads.forEach(count -> Usage.atLeast(1, count, "--threads"));
        if (passing.stream().anyMatch(share -> !(share > 0 && share < 1))) {
            throw Usage.wrong("--passing must be between 0 and 1, got " + passing);
        }
        if (!threads.contains(1)) {
            throw Usage.wrong("--threads must have 1 among them, by which indexes are compared");
        }
    }

    private void table(IndexBenchReport report) {
        console.note("%-28s %10s %10s %10s   queries a second at a recall of", "", "build s", "CPU s", "bytes each");
        for (Index index : report.indexes()) {
            Long bytes = index.size().heapBytes();
            console.note(
                    "%-28s %10.1f %10.1f %10s   %s",
                    index.name(),
                    index.buildSeconds(),
                    index.buildCpuSeconds(),
                    bytes == null ? "" : Long.toString(bytes / report.vectors()),
                    String.join(
                            "; ",
                            Stream.of("0.9", "0.95", "0.99")
                                    .map(recall -> at(index, recall))
                                    .toList()));
            if (index.readBandwidthRatio() != null) {
                console.note("  a query reads at %.2f of the speed of memory", index.readBandwidthRatio());
            }
            for (Filtered filtered : index.filtered()) {
                console.note(
                        "  %.4f of the entries pass%s: recall %.4f, %.2f times as long as all",
                        filtered.passing(),
                        filtered.fixed() ? " a fixed filter" : "",
                        filtered.recall(),
                        filtered.times());
            }
        }
    }

    private static String at(Index index, String recall) {
        Double speed = index.queriesPerSecondAt().get(recall);
        Double share = index.ofBaseline().get(recall);
        if (speed == null) {
            return recall + ": not reached";
        }
        // Where the baseline did not reach the recall, there is nothing to compare with.
        return share == null ? "%s: %.0f".formatted(recall, speed) : "%s: %.0f (%.2f)".formatted(recall, speed, share);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BuyMeException("cannot write %s (%s)".formatted(file, e), e);
        }
    }

    /** Where the vectors come from. */
    static final class VectorOptions {

        @Option(
                names = "--base",
                paramLabel = "FILE",
                description =
                        "Vectors to search among: .fvecs, .bvecs, .npy or -ubyte (Fashion-MNIST), perhaps with .gz."
                                + " Without it they are made, in clusters.")
        private @Nullable Path base;

        @Option(
                names = "--queries",
                paramLabel = "FILE",
                description = "Vectors to search for. Without it they are taken out of those to search among.")
        private @Nullable Path queries;

        @Option(
                names = "--query-count",
                paramLabel = "N",
                defaultValue = "1000",
                description = "Queries at most (default: ${DEFAULT-VALUE}).")
        private int queryCount;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "50000",
                description = "Take or make so many vectors at most (default: ${DEFAULT-VALUE}).")
        private int limit;

        @Option(
                names = "--dimension",
                paramLabel = "N",
                defaultValue = "128",
                description = "Numbers of a vector that is made (default: ${DEFAULT-VALUE}).")
        private int dimension;

        VectorSet.Parts read(long seed) {
            Usage.atLeast(1, queryCount, "--query-count");
            Usage.atLeast(1, limit, "--limit");
            Usage.atLeast(1, dimension, "--dimension");
            int wanted = queries == null ? Math.addExact(limit, queryCount) : limit;
            VectorSet all = base == null ? VectorSet.clustered(wanted, dimension, seed) : VectorFile.read(base, wanted);
            try {
                return queries == null
                        ? all.split(queryCount, seed)
                        : new VectorSet.Parts(all, VectorFile.read(queries, queryCount));
            } catch (IllegalArgumentException e) {
                throw Usage.wrong(Failures.message(e));
            }
        }
    }
}
