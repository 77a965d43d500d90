package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.cli.bench.CatalogBench;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme bench catalog}: what does keeping a large catalogue cost? */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Measures how fast pictures are ingested, and, in a catalogue that is then filled up with vectors made of"
                    + " theirs, how long it takes until an added product is found, a search with filters, a restart with"
                    + " and without the index's snapshot, a check and a backup, and how much memory and disk it needs."
                    + " Writes JSON.",
            "",
            "Pictures and catalogue are made in the temporary folder, and deleted in the end."
        })
final class BenchCatalogCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Option(
            names = "--index",
            paramLabel = "ID",
            description = "Vector index to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String index;

    @Option(
            names = "--pictures",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Drawn pictures to ingest (default: ${DEFAULT-VALUE}).")
    private int pictures;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Products in the end (default: ${DEFAULT-VALUE}).")
    private int products;

    BenchCatalogCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Usage.atLeast(1, pictures, "--pictures");
        Usage.atLeast(pictures, products, "--products");
        Providers<VectorIndexProvider> indexes = Providers.discover(VectorIndexProvider.class);
        VectorIndexProvider provider = index == null ? indexes.select() : indexes.select(index);
        try (TemporaryFolder folder = TemporaryFolder.create("buyme-bench");
                Embedder embedder = embedders.open()) {
            CatalogBench bench =
                    new CatalogBench(folder.path(), embedder, provider, what -> console.note("%s...", what));
            JsonOutput.write(console.out(), bench.run(pictures, products));
            return ExitCodes.OK;
        }
    }
}
