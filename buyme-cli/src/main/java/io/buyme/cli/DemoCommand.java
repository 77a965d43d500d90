package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.api.SuperCategory;
import io.buyme.catalog.IngestReport;
import io.buyme.catalog.feed.Feeds;
import io.buyme.cli.demo.KnownAnswers;
import io.buyme.cli.report.HtmlReport;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme demo}: the whole way on drawn people and clothes, without any data of the user's. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Shows the whole way without any data of yours: draws products and people who wear some of them, makes a"
                    + " catalogue of the products, looks at the people, and writes a report to open in a browser.",
            "",
            "What is worn is known, so the demo also says how often the very product came back. It may be run again"
                    + " into the same folder."
        })
final class DemoCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final int TOP = 3;

    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "buyme-demo",
            description = "Where to put everything (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("buyme-demo");

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "500",
            description = "Products to draw; 8 per look or more (default: ${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--looks",
            paramLabel = "N",
            defaultValue = "6",
            description = "People to draw (default: ${DEFAULT-VALUE}).")
    private int looks;

    @Mixin
    private final CatalogStages stages = new CatalogStages();

    @Mixin
    private final LookOptions look = new LookOptions();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        look.check();
        Usage.atLeast(1, looks, "--looks");
        Usage.atLeast(looks * LookBook.BLOCK, products, "--products for %d looks".formatted(looks));
        LookBook book = LookBook.withSeed(SEED);
        console.note("drawing %d products and %d people...", products, looks);
        List<Photo> photos = draw(book);
        try (OpenCatalog open = stages.open(folder.resolve("catalog"))) {
            index(folder.resolve("products.csv"), open);
            try (LookSession session = look.start(open)) {
                lookAt(photos, book, session, open);
            }
        }
        return ExitCodes.OK;
    }

    private List<Photo> draw(LookBook book) {
        try {
            return book.writeTo(folder, products, looks).stream()
                    .<Photo>map(FilePhoto::new)
                    .toList();
        } catch (IOException e) {
            throw new BuyMeException(
                    "cannot write the demo to " + folder + ": " + e + "; choose another with --out", e);
        }
    }

    private void index(Path feed, OpenCatalog open) {
        console.note("making the catalogue...");
        try (RejectsFile none = RejectsFile.open(Optional.empty())) {
            IngestProgress progress = new IngestProgress(console, none);
            IngestReport report = open.catalog().sync(Feeds.of(feed), open.embedder(), progress);
            progress.finish(report);
        }
    }

    private void lookAt(List<Photo> photos, LookBook book, LookSession session, OpenCatalog open) {
        console.note("looking at the people...");
        KnownAnswers answers = new KnownAnswers(TOP);
        Path page = folder.resolve("report.html");
        String subtitle = "Drawn people, and the products most like what they wear, out of a catalogue of %d"
                .formatted(open.catalog().size());
        try (HtmlReport report = HtmlReport.open(page, "BuyMe demo", subtitle, open.catalog())) {
            for (int i = 0; i < photos.size(); i++) {
                LookResult result = session.pipeline().look(photos.get(i));
                report.add(photos.get(i), result);
                answers.add(book.look(i), result);
            }
            report.finish();
        }
        tell(answers);
        console.out().println("report: " + page.toAbsolutePath());
    }

    private void tell(KnownAnswers answers) {
        for (SuperCategory part : SuperCategory.values()) {
            KnownAnswers.Rate rate = answers.rate(part);
            if (rate.of() > 0 && rate.searched() == 0) {
                console.note("  %s: worn in %d, but this detector does not find it", part.label(), rate.of());
            } else if (rate.of() > 0) {
                console.note(
                        "  %s: the worn product itself is in the top %d for %d of %d",
                        part.label(), TOP, rate.hits(), rate.of());
            }
        }
    }
}
