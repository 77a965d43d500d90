package io.buyme.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buyme sync}: a catalogue becomes what a feed says. */
@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        versionProvider = ManifestVersion.class,
        description = {
            "Makes a catalogue say what a feed says: new products are added, changed ones updated, and those that the feed"
                    + " no longer mentions removed. Run it as often as you like: pictures that did not change are not"
                    + " computed again, and after an interruption the next run goes on where this one was.",
            "",
            "A product whose row is bad stays as it was. Nothing is removed if the feed breaks off or has rows of which not"
                    + " even the id can be read."
        })
final class SyncCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final FeedSource source = new FeedSource();

    @Mixin
    private final CatalogOptions catalog = new CatalogOptions();

    @Option(names = "--keep-vanished", description = "Keep the products that the feed does not mention.")
    private boolean keepVanished;

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return source.into(catalog, !keepVanished, console);
    }
}
