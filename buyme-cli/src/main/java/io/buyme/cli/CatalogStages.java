package io.buyme.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** With which stages a catalogue is made and read. */
final class CatalogStages {

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

    /** Opens the catalogue in a folder, making an empty one if there is none. */
    OpenCatalog open(Path directory) {
        return OpenCatalog.open(directory, embedder, index);
    }
}
