package io.buyme.catalog;

import io.buyme.catalog.feed.Feeds;
import java.nio.file.Path;

/** A process that ingests, to be killed, or that only holds a catalogue open. */
final class IngestChild {

    private IngestChild() {}

    /** Ingests the second folder into the catalogue in the first, and prints how many rows are committed. */
    public static void main(String[] args) {
        try (Catalog catalog = Catalog.open(Path.of(args[0]), MeanColor.SPACE)) {
            catalog.ingest(Feeds.of(Path.of(args[1])), new MeanColor(5), new IngestListener() {
                @Override
                public void progress(Progress progress) {
                    System.out.println(progress.done());
                }
            });
        } catch (CatalogException e) {
            System.out.println(e.reason() + " " + e.getMessage());
        }
    }
}
