package io.buyme.index;

import static io.buyme.index.IndexData.space;
import static io.buyme.index.IndexData.vector;
import static io.buyme.index.IvfData.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random steps beside an exact index: with all lists searched, the answers have to be the same. */
class IvfModelTest {

    private static final Options ALL_LISTS = options("nlist", "12", "nprobe", "12");
    private static final Options ALL_CODES = options("nlist", "12", "nprobe", "12", "m", "2", "refine", "900");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, COSINE", "2, EUCLIDEAN", "3, DOT"})
    void plainListsAgreeWithAnExactIndex(long seed, Metric metric) {
        assertAgreement(new IvfFlatIndexProvider(), ALL_LISTS, space(metric, 6), new Random(seed));
    }

    @ParameterizedTest
    @CsvSource({"4, COSINE", "5, EUCLIDEAN", "6, DOT"})
    void codedListsAgreeWithAnExactIndex(long seed, Metric metric) {
        assertAgreement(new IvfPqIndexProvider(), ALL_CODES, space(metric, 6), new Random(seed));
    }

    @ParameterizedTest
    @CsvSource({"7, COSINE", "8, EUCLIDEAN"})
    void codedListsWithVectorsInAFileAgreeWithAnExactIndex(long seed, Metric metric) throws IOException {
        Path files = Files.createDirectory(folder.resolve("vectors"));
        Options options =
                options("nlist", "12", "nprobe", "12", "m", "2", "refine", "900", "vectors", files.toString());
        assertAgreement(new IvfPqIndexProvider(), options, space(metric, 6), new Random(seed));
        try (Stream<Path> left = Files.list(files)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderForVectorsThatCannotHaveFilesIsNamed() {
        Path missing = folder.resolve("no such folder");
        try (TrainedIndex index =
                new IvfPqIndexProvider().create(space(Metric.DOT, 8), options("vectors", missing.toString()))) {
            assertThatExceptionOfType(BuyMeException.class)
                    .isThrownBy(() -> index.upsertAll(IndexData.entries(index.space(), 0, 200)))
                    .withMessageContaining(missing.toString());
            assertThat(index.search(IndexQuery.of(vector(index.space(), 7), 1)))
                    .first()
                    .matches(found -> found.id().startsWith("id"));
        }
    }

    private void assertAgreement(VectorIndexProvider provider, Options options, EmbeddingSpace space, Random random) {
        Path file = folder.resolve("snapshot.index");
        TrainedIndex index = (TrainedIndex) provider.create(space, options);
        try (var exact = new FlatIndexProvider().create(space, Options.none())) {
            for (int step = 0; step < 900; step++) {
                List<IndexEntry> upserts = new ArrayList<>();
                List<String> removals = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    String partition = random.nextInt(4) == 0 ? "q" : "p";
                    upserts.add(new IndexEntry(
                            "id" + random.nextInt(600), partition, vector(space, random.nextInt(100_000))));
                    removals.add("id" + random.nextInt(600));
                }
                index.upsertAll(upserts);
                exact.upsertAll(upserts);
                if (random.nextInt(2) == 0) {
                    assertThat(index.removeAll(removals)).isEqualTo(exact.removeAll(removals));
                }
                assertThat(index.size()).isEqualTo(exact.size());
                IndexQuery query = IndexQuery.of(vector(space, -random.nextInt(1000)), 1 + random.nextInt(12));
                IndexQuery asked = random.nextInt(3) == 0 ? query.in("q") : query;
                assertThat(index.search(asked)).isEqualTo(exact.search(asked));
                if (step % 300 == 299) {
                    assertThat(index.drift()).containsKey("p");
                    index.save(file);
                    index.close();
                    index = (TrainedIndex) provider.load(file, space, options);
                } else if (step % 300 == 150) {
                    index.train("p");
                }
            }
        } finally {
            index.close();
        }
    }

    @Test
    void searchesGoOnBesideWritesAndTraining() throws Exception {
        EmbeddingSpace space = space(Metric.COSINE, 8);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (TrainedIndex index =
                new IvfPqIndexProvider().create(space, options("nlist", "10", "m", "2", "refine", "100"))) {
            index.upsertAll(IndexData.entries(space, 0, 300));
            Future<?> searches = threads.submit(() -> {
                for (int i = 0; !done.get(); i++) {
                    int id = i % 100;
                    assertThat(index.search(IndexQuery.of(vector(space, id), 1)))
                            .first()
                            .matches(found -> found.id().equals("id" + id));
                }
            });
            Future<?> saves = threads.submit(() -> {
                while (!done.get()) {
                    index.save(folder.resolve("snapshot.index"));
                }
            });
            try {
                for (int i = 0; i < 60; i++) {
                    index.upsertAll(IndexData.entries(space, 300 + i, 340 + i));
                    index.removeAll(IndexData.ids(200 + i, 260 + i));
                    index.train("p");
                }
            } finally {
                done.set(true);
            }
            searches.get();
            saves.get();
        } finally {
            threads.shutdownNow();
        }
    }
}
