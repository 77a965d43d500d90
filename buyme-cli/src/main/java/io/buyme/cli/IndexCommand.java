package io.buyme.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme index}: pictures of products become a catalogue. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Brings products into a catalogue: a folder of pictures, of which each subfolder is a category, or a file of"
                    + " products: a table (CSV, TSV), Google Merchant's XML, Schema.org's JSON-LD, JSON Lines, or Shopify's"
                    + " export. An id and a picture (a path relative to the file, or an address) are required of each.",
            "",
            "Products that are there already are updated, and pictures that did not change are not computed again."
                    + " Bad rows are reported and passed over. The exit code is 1 if no product at all could be used."
        })
final class IndexCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final FeedSource source = new FeedSource();

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Option(names = "--sync", description = "Then remove the products that the source does not mention.")
    private boolean sync;

    IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return source.into(catalog, sync, console);
    }
}
