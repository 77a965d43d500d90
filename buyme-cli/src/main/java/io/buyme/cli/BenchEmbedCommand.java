package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.cli.bench.EmbedBench;
import io.buyme.cli.bench.EmbedBenchReport;
import io.buyme.cli.evaluate.PictureFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme bench embed}: how many pictures does an embedder take in a second? */
@Command(
        name = "embed",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how long decoding and embedding a picture take, by batch size, and writes JSON; a table goes to"
                    + " standard error.",
            "",
            "One thread calls the embedder, warm; how many threads it uses itself is a setting of its own."
        })
final class BenchEmbedCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Option(
            names = "--images",
            required = true,
            paramLabel = "DIR",
            description = "Pictures to embed, in this folder and the folders in it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path images;

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,8",
            description = "Pictures in a call; several sizes with commas between (default: ${DEFAULT-VALUE}).")
    private List<Integer> batches = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "64",
            description = "Take so many pictures at most, evenly spread over those that are there (default:"
                    + " ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "2",
            description = "Embed each picture so often (default: ${DEFAULT-VALUE}).")
    private int repeats;

    BenchEmbedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        batches.forEach(size -> Usage.atLeast(1, size, "--batch"));
        Usage.atLeast(1, limit, "--limit");
        Usage.atLeast(1, repeats, "--repeats");
        List<Path> pictures = PictureFiles.spread(PictureFiles.below(images), limit);
        try (Embedder embedder = embedders.open()) {
            EmbedBenchReport report = new EmbedBench(embedder, repeats).run(pictures, batches, embedders.settings());
            table(report);
            JsonOutput.write(console.out(), report);
            return ExitCodes.OK;
        }
    }

    private void table(EmbedBenchReport report) {
        console.note("%-10s %10s %10s %10s", "ms", "p50", "p95", "a second");
        console.note(
                "%-10s %10.1f %10.1f",
                "decode", report.decodeMs().p50(), report.decodeMs().p95());
        for (EmbedBenchReport.Batch batch : report.batches()) {
            console.note(
                    "%-10s %10.1f %10.1f %10.1f",
                    "batch " + batch.batch(),
                    batch.msPerImage().p50(),
                    batch.msPerImage().p95(),
                    batch.imagesPerSecond());
        }
    }
}
