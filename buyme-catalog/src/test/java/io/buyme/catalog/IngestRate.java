package io.buyme.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.catalog.feed.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long it takes to ingest small pictures, to ingest them again, and to open the catalogue with and without a
 * snapshot. Not among the tests that always run; {@code mvn -pl buyme-catalog -am test -Dtest=IngestRate
 * -Dsurefire.failIfNoSpecifiedTests=false} runs it.
 */
class IngestRate {

    private static final int PRODUCTS = Integer.getInteger("products", 10_000);

    private final Path parent;

    IngestRate(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void ofSmallPictures() throws IOException {
        Path shop = parent.resolve("shop");
        Path folder = parent.resolve("catalog");
        IntStream.range(0, PRODUCTS)
                .forEach(i -> Samples.picture(shop.resolve("shirts/%06d.png".formatted(i)), i * 100));
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            print("first ingest", ingest(catalog, shop));
            print("same again", ingest(catalog, shop));
        }
        printOpening("opening with snapshot", folder);
        deleteSnapshots(folder);
        printOpening("opening without snapshot", folder);
    }

    private static IngestReport ingest(Catalog catalog, Path shop) {
        return catalog.ingest(Feeds.of(shop), new MeanColor(), IngestListener.SILENT);
    }

    private static void print(String what, IngestReport report) {
        long rows = report.added() + report.unchanged();
        assertThat(rows).isEqualTo(PRODUCTS);
        System.out.printf(
                "%s: %d rows in %.1f s, %.0f rows/s%n",
                what,
                rows,
                report.duration().toMillis() / 1e3,
                rows * 1e3 / report.duration().toMillis());
    }

    private static void printOpening(String what, Path folder) {
        long start = System.nanoTime();
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            System.out.printf("%s: %d ms%n", what, (System.nanoTime() - start) / 1_000_000);
            assertThat(catalog.index().size()).isEqualTo(PRODUCTS);
        }
    }

    private static void deleteSnapshots(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".snapshot")).toList()) {
                Files.delete(file);
            }
        }
    }
}
