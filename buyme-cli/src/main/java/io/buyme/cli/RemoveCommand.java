package io.buyme.cli;

import io.buyme.catalog.Catalog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code buyme remove}: takes products out of a catalogue. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = "Removes products from a catalogue. Pictures stay where they are. The exit code is 1 if an id is"
                + " not there; the others are removed all the same.")
final class RemoveCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of products, as 'buyme list' shows them.")
    private List<String> ids = List.of();

    @Mixin
    private final StoredCatalogOptions stored = new StoredCatalogOptions();

    RemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Set<String> wanted = new LinkedHashSet<>(ids);
        try (Catalog catalog = stored.open()) {
            List<String> unknown =
                    wanted.stream().filter(id -> catalog.find(id).isEmpty()).toList();
            unknown.forEach(id -> console.note("buyme: no product '%s'", OneLine.of(id)));
            int removed = catalog.remove(wanted);
            console.out().printf("%d removed; %d products left%n", removed, catalog.size());
            return unknown.isEmpty() ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }
}
