package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch is computed in another way than single queries, on several threads; what it finds must be the same. */
class FlatBatchTest {

    private static final int[] BATCHES = {1, 2, 3, 4, 5, 6, 19, 257};
    private static final int[] THREADS = {1, 2, 8};

    private final Random random = new Random(5);

    @ParameterizedTest
    @EnumSource(Metric.class)
    void findsWhatSingleQueriesFindForAnyNumberOfQueriesAndRows(Metric metric) {
        for (int rows : new int[] {0, 1, 17, 1023, 1024, 1025, 5200}) {
            for (int dimension : new int[] {1, 5, 130}) {
                EmbeddingSpace space = IndexData.space(metric, dimension);
                List<IndexEntry> entries = IndexData.entries(space, 0, rows);
                for (int threads : THREADS) {
                    try (SnapshotableIndex index = index(space, threads)) {
                        index.upsertAll(entries);
                        for (int size : rows == 5200 ? BATCHES : new int[] {5, 6}) {
                            assertBatchIsLikeSingleQueries(index, queries(space, size));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void findsTheSameWithPartitionsAndFiltersOfTheirOwn(Metric metric) {
        EmbeddingSpace space = IndexData.space(metric, 40);
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            entries.add(new IndexEntry("id" + i, "p" + random.nextInt(3), IndexData.vector(space, i)));
        }
        for (int threads : THREADS) {
            try (SnapshotableIndex index = index(space, threads)) {
                index.upsertAll(entries);
                List<IndexQuery> queries = new ArrayList<>();
                for (IndexQuery query : queries(space, 200)) {
                    IndexQuery inside = random.nextBoolean() ? query : query.in("p" + random.nextInt(4));
                    int digit = random.nextInt(20);
                    queries.add(digit > 9 ? inside : inside.where(id -> id.endsWith(Integer.toString(digit))));
                }
                assertBatchIsLikeSingleQueries(index, queries);
            }
        }
    }

    /** Distances are tiny beside the lengths of the vectors, so inner products in single precision say nothing of them. */
    @ParameterizedTest
    @ValueSource(floats = {1e-7f, 1e-5f, 1e-3f, 0x1p60f, 0x1p123f})
    void findsTheSameFarFromTheOrigin(float spread) {
        EmbeddingSpace space = IndexData.space(Metric.EUCLIDEAN, 24);
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            entries.add(new IndexEntry("id" + i, "p", far(space, spread)));
        }
        List<IndexQuery> queries = IntStream.range(0, 30)
                .mapToObj(i -> IndexQuery.of(far(space, spread), 1 + i % 7))
                .toList();
        for (int threads : THREADS) {
            try (SnapshotableIndex index = index(space, threads)) {
                index.upsertAll(entries);
                assertBatchIsLikeSingleQueries(index, queries);
            }
        }
    }

    @Test
    void breaksTiesByIdHoweverRowsAreSharedOut() {
        EmbeddingSpace space = IndexData.space(Metric.COSINE, 64);
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            entries.add(new IndexEntry("id%04d".formatted(4999 - i), "p", IndexData.vector(space, i % 4)));
        }
        List<IndexQuery> queries = IntStream.range(0, 100)
                .mapToObj(i -> IndexQuery.of(IndexData.vector(space, i % 4), 3))
                .toList();
        try (SnapshotableIndex index = index(space, 8)) {
            index.upsertAll(entries);
            List<List<Neighbor>> found = index.searchAll(queries);
            assertThat(found.get(0)).extracting(Neighbor::id).containsExactly("id0003", "id0007", "id0011");
            assertBatchIsLikeSingleQueries(index, queries);
        }
    }

    @Test
    void findsAsManyAsThereAreIfMoreAreWanted() {
        EmbeddingSpace space = IndexData.space(Metric.DOT, 16);
        try (SnapshotableIndex index = index(space, 2)) {
            index.upsertAll(IndexData.entries(space, 0, 1500));
            List<IndexQuery> queries = IntStream.range(0, 9)
                    .mapToObj(i -> IndexQuery.of(IndexData.vector(space, i), 1400 + 50 * i))
                    .toList();
            assertThat(index.searchAll(queries).get(8)).hasSize(1500);
            assertBatchIsLikeSingleQueries(index, queries);
        }
    }

    @Test
    void answersEachGroupInOneStateBesideAWriter() {
        EmbeddingSpace space = IndexData.space(Metric.EUCLIDEAN, 64);
        List<IndexEntry> even = moved(space, 0);
        List<IndexEntry> odd = moved(space, 1);
        List<IndexQuery> queries = queries(space, 64);
        try (SnapshotableIndex index = index(space, 8)) {
            index.upsertAll(even);
            List<List<Neighbor>> one = index.searchAll(queries);
            index.upsertAll(odd);
            List<List<Neighbor>> other = index.searchAll(queries);
            assertThat(one).isNotEqualTo(other);
            AtomicBoolean done = new AtomicBoolean();
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                for (int i = 0; !done.get(); i++) {
                    index.upsertAll(i % 2 == 0 ? even : odd);
                }
            });
            try {
                for (int i = 0; i < 30; i++) {
                    assertThat(index.searchAll(queries)).isIn(one, other);
                }
            } finally {
                done.set(true);
                writer.join();
            }
        }
    }

    @Test
    void passesOnWhatAFilterThrows() {
        EmbeddingSpace space = IndexData.space(Metric.COSINE, 64);
        try (SnapshotableIndex index = index(space, 8)) {
            index.upsertAll(IndexData.entries(space, 0, 5000));
            List<IndexQuery> queries = queries(space, 60).stream()
                    .map(query -> query.where(id -> {
                        throw new IllegalStateException("of the filter");
                    }))
                    .toList();
            assertThatThrownBy(() -> index.searchAll(queries)).hasMessage("of the filter");
            index.removeAll(IndexData.ids(0, 5000));
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void wantsAtLeastOneThread() {
        EmbeddingSpace space = IndexData.space(Metric.COSINE, 2);
        assertThatThrownBy(() -> index(space, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads");
    }

    private static SnapshotableIndex index(EmbeddingSpace space, int threads) {
        return new FlatIndexProvider().create(space, Options.of(Map.of("threads", Integer.toString(threads))));
    }

    private static List<IndexQuery> queries(EmbeddingSpace space, int count) {
        return IndexData.queries(space, count);
    }

    private static List<IndexEntry> moved(EmbeddingSpace space, int by) {
        return IntStream.range(0, 3000)
                .mapToObj(i -> new IndexEntry("id" + i, "p", IndexData.vector(space, 2L * i + by)))
                .toList();
    }

    private Embedding far(EmbeddingSpace space, float spread) {
        float[] values = new float[space.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + spread * (float) random.nextGaussian();
        }
        return Embedding.of(space, values);
    }

    private static void assertBatchIsLikeSingleQueries(SnapshotableIndex index, List<IndexQuery> queries) {
        List<List<Neighbor>> single = queries.stream().map(index::search).toList();
        assertThat(index.searchAll(queries)).isEqualTo(single);
    }
}
