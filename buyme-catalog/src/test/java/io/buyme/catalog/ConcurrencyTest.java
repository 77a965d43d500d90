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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {

    private final Path folder;

    ConcurrencyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tenReadersAndOneWriterSeeWholeProductsOnly() throws ExecutionException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try (Catalog catalog = Catalog.open(folder, MeanColor.SPACE)) {
            catalog.upsertAll(
                    IntStream.range(0, 50).mapToObj(i -> entry("stays" + i, i)).toList());
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                readers.add(threads.submit(() -> readUntil(done, catalog)));
            }
            for (int i = 0; i < 30; i++) {
                String id = "comes" + i;
                catalog.upsert(entry(id, 0xFF0000 + i));
                assertThat(nearest(catalog, 0xFF0000 + i, 1)).containsExactly(id);
                catalog.upsert(entry("stays" + i % 50, i % 50));
                if (i % 2 == 0) {
                    catalog.remove(List.of(id));
                    assertThat(nearest(catalog, 0xFF0000 + i, 100)).doesNotContain(id);
                }
                if (i % 10 == 0) {
                    catalog.checkpoint();
                }
            }
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            assertThat(catalog.size()).isEqualTo(65).isEqualTo(catalog.index().size());
        } finally {
            threads.shutdownNow();
        }
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
