package io.buyme.catalog;

import static io.buyme.catalog.Samples.nearest;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.IndexQuery;
import io.buyme.api.Product;
import io.buyme.catalog.feed.Feeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processes on a catalogue: killed ones, and ones that come while it is open. */
class CrashTest {

    private static final int PRODUCTS = 200;

    private final Path parent;

    CrashTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private Process child(Path catalog, Path shop) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestChild.class.getName(),
                        catalog.toString(),
                        shop.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Kills an ingest as soon as it says that so many rows are on disk, and returns how many it said at last. */
    private long killAfter(long rows, Path catalog, Path shop) throws IOException, InterruptedException {
        Process child = child(catalog, shop);
        long committed = 0;
        try (BufferedReader output = child.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                committed = Long.parseLong(line);
                if (committed >= rows) {
                    child.destroyForcibly().waitFor();
                }
                line = nextLine(output);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return committed;
    }

    private static @org.jspecify.annotations.Nullable String nextLine(BufferedReader output) {
        try {
            return output.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void keepsWhatAKilledIngestHadCommittedAndGoesOnFromThere() throws IOException, InterruptedException {
        Path shop = parent.resolve("shop");
        Path folder = parent.resolve("catalog");
        IntStream.range(0, PRODUCTS)
                .forEach(i -> Samples.picture(shop.resolve("shirts/%03d.png".formatted(i)), i * 1000));
        long last = 0;
        for (long rows : List.of(20L, 90L)) {
            long committed = killAfter(rows, folder, shop);
            assertThat(committed).isBetween(rows, PRODUCTS - 1L);
            last = assertHolds(folder, committed);
        }
        MeanColor embedder = new MeanColor();
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            IngestReport report = catalog.ingest(Feeds.of(shop), embedder, IngestListener.SILENT);
            assertThat(report.unchanged()).isEqualTo(last);
            assertThat(embedder.embedded()).isEqualTo((int) (PRODUCTS - last));
        }
        assertThat(assertHolds(folder, PRODUCTS)).isEqualTo(PRODUCTS);
    }

    /** Checks that at least so many products are there, each whole and to be found, and returns how many are. */
    private static long assertHolds(Path folder, long committed) {
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            List<Product> products = catalog.products().toList();
            assertThat(products).hasSizeGreaterThanOrEqualTo((int) committed).doesNotHaveDuplicates();
            assertThat(catalog.index().size()).isEqualTo(products.size()).isEqualTo(catalog.size());
            for (Product product : products) {
                CatalogEntry entry = catalog.find(product.id()).orElseThrow();
                assertThat(entry.imageHash()).isPresent();
                assertThat(catalog.index().search(IndexQuery.of(entry.embedding(), 1)))
                        .singleElement()
                        .satisfies(n -> assertThat(n.id()).isEqualTo(product.id()));
            }
            return products.size();
        }
    }

    @Test
    void keepsOtherProcessesOutEvenAfterASecondOpeningWasRefusedHere() throws IOException, InterruptedException {
        Path folder = parent.resolve("catalog");
        Path shop = parent.resolve("shop");
        Samples.picture(shop.resolve("shirts/1.png"), 1);
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Catalog.open(folder, MeanColor.SPACE)))
                    .isInstanceOf(CatalogException.class);
            Process child = child(folder, shop);
            try (BufferedReader output = child.inputReader()) {
                assertThat(output.readLine())
                        .startsWith("LOCKED")
                        .contains("process " + ProcessHandle.current().pid());
            }
            child.waitFor();
            assertThat(nearest(catalog, 1, 1)).isEmpty();
        }
        Process child = child(folder, shop);
        try (BufferedReader output = child.inputReader()) {
            assertThat(output.readLine()).isEqualTo("1");
        }
        child.waitFor();
    }
}
