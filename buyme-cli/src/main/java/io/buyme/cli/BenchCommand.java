package io.buyme.cli;

import io.buyme.api.LookPipeline;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.api.StageTimes;
import io.buyme.cli.bench.BenchCatalog;
import io.buyme.cli.bench.BenchReport;
import io.buyme.image.ImageDecoder;
import io.buyme.image.ImageEncoder;
import io.buyme.testkit.lookbook.LookBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme bench}: how long does one photo take, from the file to the products? */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how long one photo takes from the encoded file to the explained products, by stage, and writes"
                    + " JSON; a table goes to standard error.",
            "",
            "The models are loaded and warm. The catalogue is made for the purpose: 400 look-book pictures are really"
                    + " embedded, further products are copies of these vectors with noise."
        })
final class BenchCommand implements Callable<Integer> {

    private static final int LOOKBOOK_PHOTOS = 4;

    private final Console console;

    @Mixin
    private final CatalogStages stages = new CatalogStages();

    @Mixin
    private final LookOptions look = new LookOptions();

    @Option(
            names = "--catalog-size",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Products in the catalogue (default: ${DEFAULT-VALUE}).")
    private int catalogSize;

    @Option(
            names = "--photo",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Photos to look at, in turn, instead of look-book photos of 550x830 pixels.")
    private List<Path> photos = List.of();

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "40",
            description = "Photos to time (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "15",
            description = "Photos to look at before, untimed (default: ${DEFAULT-VALUE}).")
    private int warmup;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        look.check();
        Usage.atLeast(1, catalogSize, "--catalog-size");
        Usage.atLeast(1, repeats, "--repeats");
        Usage.atLeast(0, warmup, "--warmup");
        try (TemporaryFolder folder = TemporaryFolder.create("buyme-bench");
                OpenCatalog open = stages.open(folder.path().resolve("catalog"))) {
            console.note("making a catalogue of %d products...", catalogSize);
            new BenchCatalog(open.catalog(), open.embedder()).growTo(catalogSize);
            List<Photo> files = photos.isEmpty()
                    ? drawnPhotos()
                    : photos.stream().<Photo>map(FilePhoto::new).toList();
            try (LookSession session = look.start(open)) {
                console.note("looking at %d photos, the first %d untimed...", warmup + repeats, warmup);
                List<StageTimes> times = time(session.pipeline(), files);
                BenchReport report = BenchReport.of(catalogSize, files.size(), warmup, times);
                table(report);
                JsonOutput.write(console.out(), report);
            }
            return ExitCodes.OK;
        }
    }

    /** Compressed, so that decoding them costs what it costs with a camera's photos. */
    private static List<Photo> drawnPhotos() {
        LookBook book = LookBook.withSeed(1);
        return IntStream.range(0, LOOKBOOK_PHOTOS)
                .mapToObj(book::look)
                .map(drawn -> ImageDecoder.standard().photo(ImageEncoder.jpeg(drawn.photo(), 0.9f), drawn.name()))
                .toList();
    }

    private List<StageTimes> time(LookPipeline pipeline, List<Photo> files) {
        List<StageTimes> times = new ArrayList<>();
        for (int i = 0; i < warmup + repeats; i++) {
            LookResult result = pipeline.look(files.get(i % files.size()));
            if (result instanceof LookResult.Failed failed) {
                throw failed.cause();
            }
            if (i >= warmup && result instanceof LookResult.Found found) {
                times.add(found.times());
            }
        }
        if (times.isEmpty()) {
            throw Usage.wrong("the strict gate turned all photos down; bench without --gate strict");
        }
        return times;
    }

    private void table(BenchReport report) {
        console.note("%-8s %10s %10s", "ms", "p50", "p95");
        report.ms().forEach((stage, ms) -> console.note("%-8s %10.1f %10.1f", stage, ms.p50(), ms.p95()));
    }
}
