package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.Taxonomy;
import io.buyme.catalog.IngestOptions;
import io.buyme.catalog.IngestReport;
import io.buyme.catalog.feed.FeedOptions;
import io.buyme.catalog.feed.Feeds;
import io.buyme.catalog.feed.ProductFeed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where products come from and how they are read, and the way from there into a catalogue. */
final class FeedSource {

    @Parameters(
            paramLabel = "FEED",
            description = "Folder of pictures, or a .csv, .tsv, .xml, .json or .jsonl file of products; .gz of each.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path feed;

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
            names = "--currency",
            paramLabel = "CODE",
            description = "Currency of prices that have none in the feed, such as EUR; Shopify's have none.")
    private @Nullable String currency;

    @Option(
            names = "--shop",
            paramLabel = "URL",
            description = "Address of the shop, for links to the products of Shopify's export, which has none.")
    private @Nullable URI shop;

    @Option(
            names = "--images-anywhere",
            description = "Let the feed name picture files outside its own folder. Only for feeds you trust.")
    private boolean imagesAnywhere;

    @Mixin
    private final WebOptions web = new WebOptions();

    @Mixin
    private final BackupOptions backups = new BackupOptions();

    /** Brings the products into a catalogue and returns the exit code. */
    int into(CatalogOptions catalog, boolean removingVanished, Console console) {
        IngestOptions options;
        ProductFeed products;
        try {
            options = ingestOptions().withRemovingVanished(removingVanished);
            products = Feeds.of(feed, feedOptions(options.taxonomy()));
        } catch (Usage.WrongOption e) {
            throw e;
        } catch (BuyMeException e) {
            console.error(e);
            return ExitCodes.INPUT;
        }
        try (OpenCatalog open = catalog.openOrCreate(backups.policy());
                RejectsFile file = RejectsFile.open(Optional.ofNullable(rejects))) {
            IngestProgress progress = new IngestProgress(console, file);
            IngestReport report = open.catalog().ingest(products, open.embedder(), options, progress);
            progress.finish(report);
            summarize(report, open.catalog().size(), catalog.directory(), console);
            return report.added() + report.updated() + report.unchanged() > 0 ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }

    private FeedOptions feedOptions(Taxonomy words) {
        FeedOptions options = FeedOptions.standard().withTaxonomy(words).withImagesAnywhere(imagesAnywhere);
        try {
            options = currency == null ? options : options.withCurrency(currency);
        } catch (IllegalArgumentException e) {
            throw Usage.wrong("--currency: " + e.getMessage());
        }
        return shop == null ? options : options.withShop(shop);
    }

    private IngestOptions ingestOptions() {
        IngestOptions options = IngestOptions.standard().withFetch(web.fetch());
        return taxonomy == null ? options : options.withTaxonomy(Taxonomy.load(taxonomy));
    }

    private void summarize(IngestReport report, long size, Path directory, Console console) {
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
                        directory);
        if (report.added() + report.updated() + report.unchanged() + report.rejectedCount() == 0) {
            console.note("%s names no product; is it the right folder or file?", feed);
        }
    }
}
