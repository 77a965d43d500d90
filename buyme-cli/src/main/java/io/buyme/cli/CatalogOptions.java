package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.catalog.BackupPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final CatalogStages stages = new CatalogStages();

    Path directory() {
        return directory;
    }

    /** Opens the catalogue, making an empty one if there is none, with backups where wanted. */
    OpenCatalog openOrCreate(Optional<BackupPolicy> backups) {
        return stages.open(directory, backups);
    }

    /** Opens a catalogue that must be there: a typing error in its name shall not make an empty one. */
    OpenCatalog openExisting() {
        requireThere(directory);
        return stages.open(directory);
    }

    static void requireThere(Path directory) {
        if (Files.notExists(directory)) {
            throw new BuyMeException("there is no catalogue at %s; make one with: buyme index PICTURES --catalog %s"
                    .formatted(directory, directory));
        }
    }
}
