package io.buyme.cli;

import io.buyme.api.LookPipeline;
import io.buyme.api.LookResult;
import io.buyme.api.Photo;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.explain.SimilarityExplainer;
import io.buyme.cli.report.HtmlReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme look}: what do the people in these photos wear, and where can one buy something like it? */
@Command(
        name = "look",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Finds what the person in a photo wears, and the products of a catalogue most like it.",
            "",
            "A photo of the whole person from the front, feet in sight, works best; of others, what is in sight is"
                    + " searched, with advice on what is missing. JPEG, PNG, WebP, GIF and BMP are read. A photo that"
                    + " cannot be read does not stop the others; the exit code is then 1."
        })
final class LookCommand implements Callable<Integer> {

    /** Photos in memory at once; the pipeline's own batch. */
    private static final int CHUNK = 8;

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "Photos to look at.")
    private List<Path> files = List.of();

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private final LookOptions look = new LookOptions();

    @Option(
            names = "--json",
            description = "Write JSON: an object for one photo, an array for several. docs/cli.md describes it.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write one HTML page with pictures, which needs no other file.")
    private @Nullable Path report;

    @Option(
            names = "--heat-maps",
            description = "With --report: also show which regions of each article and its best match carried the"
                    + " similarity; takes about two seconds an article.")
    private boolean heatMaps;

    @Option(
            names = "--explain",
            description =
                    "Also list every box that the detector considered: whether it was kept, merged or dropped, and"
                            + " why.")
    private boolean explain;

    LookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        look.check();
        if (heatMaps && report == null) {
            throw Usage.wrong("--heat-maps are shown in a report; add --report FILE");
        }
        List<Photo> photos = files.stream().<Photo>map(FilePhoto::new).toList();
        try (OpenCatalog open = catalog.openExisting();
                LookSession session = look.start(open)) {
            warnIfEmpty(open.catalog());
            boolean allRead = lookAll(photos, session.pipeline(), open);
            return allRead ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }

    private boolean lookAll(List<Photo> photos, LookPipeline pipeline, OpenCatalog open) {
        boolean allRead = true;
        try (LookOutput output = json
                        ? new JsonOutput(console.out(), photos.size() > 1, explain)
                        : new TextOutput(console.out(), explain);
                Reporting page = reporting(photos.size(), open)) {
            for (int from = 0; from < photos.size(); from += CHUNK) {
                List<Photo> chunk = photos.subList(from, Math.min(photos.size(), from + CHUNK));
                List<LookResult> results = pipeline.lookAll(chunk);
                for (int i = 0; i < chunk.size(); i++) {
                    output.add(results.get(i));
                    page.add(chunk.get(i), results.get(i));
                    allRead &= reportedAsRead(results.get(i));
                }
            }
            page.finish();
        }
        Optional.ofNullable(report).ifPresent(file -> console.note("report: %s", file.toAbsolutePath()));
        return allRead;
    }

    private boolean reportedAsRead(LookResult result) {
        if (result instanceof LookResult.Failed failed) {
            console.error(failed.cause());
            return false;
        }
        return true;
    }

    private void warnIfEmpty(Catalog products) {
        if (products.size() == 0) {
            console.note("the catalogue at %s is empty; add products with 'buyme index'", catalog.directory());
        }
    }

    private Reporting reporting(int photos, OpenCatalog open) {
        if (report == null) {
            return new Reporting(Optional.empty());
        }
        String title = photos == 1 ? "What to buy for this look" : "What to buy for these %d looks".formatted(photos);
        String subtitle = "The products most alike, out of a catalogue of "
                + open.catalog().size();
        Optional<SimilarityExplainer> maps =
                heatMaps ? Optional.of(SimilarityExplainer.occlusion(open.embedder())) : Optional.empty();
        return new Reporting(Optional.of(HtmlReport.open(report, title, subtitle, open.catalog(), maps)));
    }

    /** The page, if one was asked for. */
    private record Reporting(Optional<HtmlReport> page) implements AutoCloseable {

        void add(Photo photo, LookResult result) {
            page.ifPresent(p -> p.add(photo, result));
        }

        void finish() {
            page.ifPresent(HtmlReport::finish);
        }

        @Override
        public void close() {
            page.ifPresent(HtmlReport::close);
        }
    }
}
