package io.buyme.cli;

import io.buyme.catalog.CatalogMaintenance;
import io.buyme.catalog.Change;
import io.buyme.catalog.RestoreReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buyme restore}: puts a backup in the place of a catalogue's database. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = "Replaces the database of a catalogue by a backup, keeps the damaged one under another name, and"
                + " prints each change since the backup that is gone: sequence number, what was done (put, changed,"
                + " removed), product id, tab-separated.")
final class RestoreCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "FILE_OR_DIR",
            description = "A backup, or the folder of backups, of which the newest is taken.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path source;

    @Option(names = "--catalog", required = true, paramLabel = "DIR", description = "Folder of the catalogue.")
    @SuppressWarnings("NullAway.Init") // picocli refuses a command line without it
    private Path directory;

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RestoreReport report = CatalogMaintenance.restore(directory, backup());
        for (Change change : report.lost()) {
            console.out()
                    .printf(
                            "%d\t%s\t%s%n",
                            change.sequence(),
                            change.kind().name().toLowerCase(Locale.ROOT),
                            OneLine.of(change.productId()));
        }
        console.note(
                "%d products as of change %d; %s",
                report.products(),
                report.sequence(),
                report.complete()
                        ? report.lost().size() + " later changes are gone"
                        : "which later changes are gone cannot be told, as no whole journal was kept");
        report.damaged().ifPresent(file -> console.note("the database that was replaced is now %s", file));
        return ExitCodes.OK;
    }

    private Path backup() {
        if (!Files.isDirectory(source)) {
            return source;
        }
        List<Path> backups = CatalogMaintenance.backups(source);
        if (backups.isEmpty()) {
            throw Usage.wrong("there is no backup in " + source);
        }
        return backups.get(0);
    }
}
