package io.buyme.cli;

import io.buyme.catalog.Catalog;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code buyme check}: is everything in a catalogue as it was written? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = "Reads every page and row of a catalogue's database and compares it with its checksum. The exit"
                + " code is 1 if something is wrong; 'buyme restore' then brings back a backup.")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoredCatalogOptions stored = new StoredCatalogOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Catalog catalog = stored.open()) {
            List<String> problems = catalog.maintenance().check();
            problems.forEach(problem -> console.out().println(OneLine.of(problem)));
            console.note(problems.isEmpty() ? "%d products, all sound" : "%d products", catalog.size());
            return problems.isEmpty() ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }
}
