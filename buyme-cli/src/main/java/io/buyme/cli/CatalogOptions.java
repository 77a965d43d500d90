package io.buyme.cli;

import io.buyme.api.BuyMeException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue, and with which stages it is read. */
final class CatalogOptions {

    @Option(
            names = "--catalog",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the catalogue; 'buyme index' makes it.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path directory;

    @Option(
            names = "--embedder",
            paramLabel = "ID",
            description = "Embedder to use instead of the standard one; see 'buyme stages'. A catalogue is only"
                    + " readable with the embedder that made it.")
    private @Nullable String embedder;

    @Option(
            names = "--index",
            paramLabel = "ID",
            description = "Vector index to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String index;

    Path directory() {
        return directory;
    }

    /** Opens the catalogue, making an empty one if there is none. */
    OpenCatalog openOrCreate() {
        return OpenCatalog.open(directory, embedder, index);
    }

    /** Opens a catalogue that must be there: a typing error in its name shall not make an empty one. */
    OpenCatalog openExisting() {
        if (!Files.isDirectory(directory)) {
            throw new BuyMeException(
                    "there is no catalogue at %s; make one with: buyme index PICTURES --catalog %s".formatted(
                            directory, directory));
        }
        return openOrCreate();
    }
}
