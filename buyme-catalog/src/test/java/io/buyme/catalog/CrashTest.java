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
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Other processes on a catalogue: killed ones, and ones that come while it is open. */
class CrashTest {

    private static final int PRODUCTS = 400;
    private static final int KILLS = 50;

    private final Path parent;

    CrashTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private static Process child(Path catalog, Path shop) throws IOException {
        return new ProcessBuilder(command(catalog, shop))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> command(Path catalog, Path shop) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IngestChild.class.getName(),
                catalog.toString(),
                shop.toString());
    }

    /** Kills an ingest after a while, and returns how many rows it had reported as committed by then. */
    private static long killAfter(long millis, Process child) throws IOException, InterruptedException {
        long committed = 0;
        try (BufferedReader output = child.inputReader()) {
            Optional<String> line = nextLine(output);
            // What is waited for is the child's first word: before it, the JVM starts, and there is nothing to be lost.
            Thread.sleep(line.isPresent() ? millis : 0);
            child.destroyForcibly().waitFor();
            while (line.isPresent()) {
                committed = Math.max(committed, Long.parseLong(line.get()));
                line = nextLine(output);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        return committed;
    }

    private static Optional<String> nextLine(BufferedReader output) {
        try {
            return Optional.ofNullable(output.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void losesNothingThatWasCommittedWheneverItIsKilled() throws IOException, InterruptedException {
        Path shop = parent.resolve("shop");
        Path folder = parent.resolve("catalog");
        IntStream.range(0, PRODUCTS)
                .forEach(i -> Samples.picture(shop.resolve("shirts/%04d.png".formatted(i)), i * 1000));
        Random random = new Random(7);
        long kills = 0;
        for (int i = 0; i < KILLS; i++) {
            long before = assertHolds(folder, 0);
            if (before == PRODUCTS) {
                empty(folder, random);
                before = assertHolds(folder, 0);
            }
            long committed = killAfter(random.nextInt(150), child(folder, shop));
            long after = assertHolds(folder, Math.max(before, committed));
            kills += after < PRODUCTS ? 1 : 0;
        }
        System.out.printf("killed %d times, %d of them in the middle of an ingest%n", KILLS, kills);
        assertThat(kills).isGreaterThan(KILLS / 3);
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            catalog.ingest(Feeds.of(shop), new MeanColor(), IngestListener.SILENT);
        }
        assertThat(assertHolds(folder, PRODUCTS)).isEqualTo(PRODUCTS);
    }

    /** Removes most of the products, so that there is something to ingest again. */
    private static void empty(Path folder, Random random) {
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            catalog.remove(catalog.products()
                    .map(Product::id)
                    .filter(id -> random.nextInt(10) > 0)
                    .toList());
        }
    }

    /** Checks that at least so many products are there, each whole and to be found, and returns how many are. */
    private static long assertHolds(Path folder, long committed) {
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            List<Product> products = catalog.products().toList();
            assertThat(products).hasSizeGreaterThanOrEqualTo((int) committed).doesNotHaveDuplicates();
            assertThat(catalog.index().size()).isEqualTo(products.size()).isEqualTo(catalog.size());
            assertThat(catalog.maintenance().check()).isEmpty();
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

    /**
     * A file system that takes no more is played by the limit on the size of a process's files, for which nobody need be
     * root.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsWhatWasCommittedBeforeTheDiskWasFull() throws IOException, InterruptedException {
        Path shop = parent.resolve("shop");
        Path folder = parent.resolve("catalog");
        IntStream.range(0, 2000).forEach(i -> Samples.picture(shop.resolve("shirts/%04d.png".formatted(i)), i * 1000));
        Process child = new ProcessBuilder(limited(command(folder, shop)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String last = "";
        long committed = 0;
        try (BufferedReader output = child.inputReader()) {
            for (Optional<String> line = nextLine(output); line.isPresent(); line = nextLine(output)) {
                last = line.get();
                committed = last.matches("\\d+") ? Long.parseLong(last) : committed;
            }
        }
        child.waitFor();
        assertThat(last).startsWith("DATABASE").contains("make room");
        assertThat(committed).isBetween(1L, 1999L);
        assertThat(assertHolds(folder, committed)).isEqualTo(committed);
    }

    /** Returns a command whose files must not grow beyond 2 MB: more than the driver's library, which it unpacks. */
    private static List<String> limited(List<String> command) {
        return Stream.concat(Stream.of("bash", "-c", "ulimit -f 2048; exec \"$@\"", "bash"), command.stream())
                .toList();
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
