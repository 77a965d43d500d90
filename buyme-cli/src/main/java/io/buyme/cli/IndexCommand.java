package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.feed.FeedOptions;
import io.buyme.catalog.feed.Feeds;
import io.buyme.catalog.IngestReport;
import io.buyme.catalog.feed.ProductFeed;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme index}: pictures of products become a catalogue. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Brings products into a catalogue: a folder of pictures, of which each subfolder is a category, or a CSV,"
                    + " TSV or JSON Lines file with the columns id, title, brand, price, currency, link, image and"
                    + " category (id, image and category are required; images are paths relative to the file).",
            "",
            "Products that are there already are updated, and pictures that did not change are not computed again."
                    + " Bad rows are reported and passed over. The exit code is 1 if no product at all could be used."
        })
final class IndexCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR_OR_FILE", description = "Folder of pictures, or a .csv, .tsv or .jsonl file.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path source;

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write all rows that could not be used, with reasons, to this tab-separated file.")
    private @Nullable Path rejects;

    @Option(
            names = "--taxonomy",
            paramLabel = "FILE",
            description = "Category words of your own: lines such as 'dirndl = ONE_PIECE'.")
    private @Nullable Path taxonomy;

    @Option(
            names = "--images-anywhere",
            description = "Let the source name pictures outside its own folder. Only for sources you trust.")
    private boolean imagesAnywhere;

    @Option(names = "--sync", description = "Then remove the products that the source does not mention.")
    private boolean sync;

    IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ProductFeed feed;
        try {
            feed = Feeds.of(source, options());
        } catch (BuyMeException e) {
            console.error(e);
            return ExitCodes.INPUT;
        }
        try (OpenCatalog open = catalog.openOrCreate();
                RejectsFile file = RejectsFile.open(Optional.ofNullable(rejects))) {
            IngestProgress progress = new IngestProgress(console, file);
            IngestReport report = sync
                    ? open.catalog().sync(feed, open.embedder(), progress)
                    : open.catalog().ingest(feed, open.embedder(), progress);
            progress.finish(report);
            summarize(report, open.catalog().size());
            return report.added() + report.updated() + report.unchanged() > 0 ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }

    private FeedOptions options() {
        FeedOptions options = FeedOptions.standard().withImagesAnywhere(imagesAnywhere);
        return taxonomy == null ? options : options.withTaxonomy(Taxonomy.load(taxonomy));
    }

    private void summarize(IngestReport report, long size) {
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d added, %d updated, %d unchanged, %d rejected%s in %.1f s; %d products in %s%n",
                        report.added(),
                        report.updated(),
                        report.unchanged(),
                        report.rejectedCount(),
                        report.removed() > 0 ? ", " + report.removed() + " removed" : "",
                        report.duration().toMillis() / 1e3,
                        size,
                        catalog.directory());
        if (report.added() + report.updated() + report.unchanged() + report.rejectedCount() == 0) {
            console.note("%s names no product; is it the right folder or file?", source);
        }
    }
}
