package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which catalogue, for commands that have nothing to embed and so need no embedder. */
final class StoredCatalogOptions {

    @Option(
            names = "--catalog",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the catalogue; 'buyme index' makes it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path directory;

    Path directory() {
        return directory;
    }

    /** Opens the catalogue, which must be there. */
    Catalog open() {
        CatalogOptions.requireThere(directory);
        EmbeddingSpace space = Catalog.spaceOf(directory)
                .orElseThrow(() -> new BuyMeException(directory + " is no folder of a catalogue"));
        return Catalog.open(directory, space, CatalogSettings.standard());
    }
}
