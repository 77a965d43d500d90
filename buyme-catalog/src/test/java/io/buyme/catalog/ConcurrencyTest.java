package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static io.buyme.catalog.Samples.nearest;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    /** {@code -Dseconds=60} for the long version. */
    private static final int SECONDS = Integer.getInteger("seconds", 2);

    private final Path folder;

    ConcurrencyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tenReadersAndTwoWritersSeeWholeProductsOnly() throws ExecutionException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            catalog.upsertAll(
                    IntStream.range(0, 50).mapToObj(i -> entry("stays" + i, i)).toList());
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                readers.add(threads.submit(() -> readUntil(done, catalog)));
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            Future<Integer> red = threads.submit(() -> writeUntil(end, catalog, 0xFF0000));
            Future<Integer> green = threads.submit(() -> writeUntil(end, catalog, 0x00FF00));
            int kept = red.get() + green.get();
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertThat(catalog.size())
                    .isEqualTo(50 + kept)
                    .isEqualTo(catalog.index().size());
            assertThat(catalog.maintenance().check()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Adds, replaces and removes products near a colour, and returns how many it leaves. */
    private static int writeUntil(long end, Catalog catalog, int color) {
        int kept = 0;
        for (int i = 0; i < 30 || System.nanoTime() < end; i++) {
            String id = "comes%x-%d".formatted(color, i);
            catalog.upsert(entry(id, color + i % 256));
            assertThat(catalog.index().contains(id)).isTrue();
            assertThat(nearest(catalog, color + i % 256, 500)).contains(id);
            catalog.upsert(entry("stays" + i % 50, i % 50));
            kept++;
            if (i % 100 != 0) {
                catalog.remove(List.of(id));
                assertThat(nearest(catalog, color + i % 256, 500)).doesNotContain(id);
                kept--;
            }
            if (i % 10 == 0) {
                catalog.checkpoint();
            }
        }
        return kept;
    }

    /** Products that stay are found by every search, replaced or not, and are whole. */
    private static int readUntil(AtomicBoolean done, Catalog catalog) {
        int reads = 0;
        do {
            int i = reads % 50;
            List<String> ids = nearest(catalog, i, 5);
            assertThat(ids).contains("stays" + i).doesNotHaveDuplicates();
            assertThat(catalog.productsById(ids))
                    .containsKey("stays" + i)
                    .allSatisfy(
                            (id, described) -> assertThat(described.product()).isEqualTo(Samples.product(id)));
            if (i % 10 == 0) {
                assertThat(catalog.products().filter(p -> p.id().startsWith("stays")))
                        .hasSize(50);
            }
            reads++;
        } while (!done.get());
        return reads;
    }
}
