package io.buyme.cli;

import io.buyme.api.Embedder;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.ReindexReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme reindex}: moves a catalogue to another embedder. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Moves a catalogue to the embedder given, or the standard one: embeds all products anew from their pictures,"
                    + " then switches at once. If it is stopped or killed, the catalogue is as before, and the same"
                    + " command goes on where it was.",
            "",
            "If pictures cannot be read it does not switch; the exit code is then 1."
        })
final class ReindexCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final StoredCatalogOptions stored = new StoredCatalogOptions();

    @Mixin
    private final EmbedderOptions embedders = new EmbedderOptions();

    @Mixin
    private final WebOptions web = new WebOptions();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write all products whose picture could not be embedded to this tab-separated file.")
    private @Nullable Path rejects;

    ReindexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Embedder embedder = embedders.open();
                Catalog catalog = stored.open();
                RejectsFile file = RejectsFile.open(Optional.ofNullable(rejects))) {
            if (catalog.space().equals(embedder.space())) {
                console.note("the catalogue is of %s already", embedder.space().id());
                return ExitCodes.OK;
            }
            ReindexReport report =
                    catalog.maintenance().reindex(embedder, web.fetch(), new IngestProgress(console, file));
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%d embedded in %.1f s; %s%n",
                            report.embedded(),
                            report.duration().toMillis() / 1e3,
                            report.switched()
                                    ? "the catalogue is now of "
                                            + catalog.space().id()
                                    : "%d could not be, so the catalogue stays with %s"
                                            .formatted(
                                                    report.failed().size(),
                                                    catalog.space().id()));
            return report.switched() ? ExitCodes.OK : ExitCodes.INPUT;
        }
    }
}
