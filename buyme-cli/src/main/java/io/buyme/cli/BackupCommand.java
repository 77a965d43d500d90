package io.buyme.cli;

import io.buyme.catalog.Catalog;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme backup}: copies the database of a catalogue. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Copies the database of a catalogue to a file, which is checked row by row, and prints where it is.",
            "",
            "From the first backup on, the catalogue keeps a journal of changes, so that 'buyme restore' can say which"
                    + " of them a backup lacks."
        })
final class BackupCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoredCatalogOptions stored = new StoredCatalogOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the backup, made if it is not there; best on another disk.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path folder;

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Catalog catalog = stored.open()) {
            console.out().println(catalog.maintenance().backup(folder));
            return ExitCodes.OK;
        }
    }
}
