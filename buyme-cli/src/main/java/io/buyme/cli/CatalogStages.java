package io.buyme.cli;

import io.buyme.catalog.BackupPolicy;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** With which stages a catalogue is made and read: it is only readable with the embedder that made it. */
final class CatalogStages {

    @Mixin
    private final EmbedderOptions embedder = new EmbedderOptions();

    @Option(
            names = "--index",
            paramLabel = "ID",
            description = "Vector index to use instead of the standard one; see 'buyme stages'.")
    private @Nullable String index;

    /** Opens the catalogue in a folder, making an empty one if there is none. */
    OpenCatalog open(Path directory) {
        return open(directory, Optional.empty());
    }

    /** Opens the catalogue in a folder, making an empty one if there is none, with backups where wanted. */
    OpenCatalog open(Path directory, Optional<BackupPolicy> backups) {
        return OpenCatalog.open(directory, embedder::open, index, backups);
    }
}
