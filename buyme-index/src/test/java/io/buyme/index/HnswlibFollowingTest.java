package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that are up to date with their tables, after each kind of write. */
class HnswlibFollowingTest {

    private static final int DIMENSION = 16;
    private static final Options SMALL_GRAPHS = Options.of(Map.of("exactBelow", "200"));

    private final Random random = new Random(5);

    @ParameterizedTest
    @EnumSource(Metric.class)
    void findsNearlyAllTrueNeighborsThroughItsGraph(Metric metric) {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, metric);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS);
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            List<IndexEntry> entries = entries(space, 0, 1200);
            index.upsertAll(entries);
            exact.upsertAll(entries);
            // Inner products are no metric, and graphs are known to find fewer of their neighbours.
            assertThat(recall(index, exact, id -> true)).isGreaterThan(metric == Metric.DOT ? 0.85 : 0.95);
            assertThat(recall(index, exact, id -> id.hashCode() % 2 == 0)).isGreaterThan(0.85);
        }
    }

    @Test
    void keepsItsRecallAndItsSizeWhenEverythingIsReplacedAgainAndAgain() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.COSINE);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS);
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            for (int round = 0; round < 5; round++) {
                for (SnapshotableIndex each : List.of(index, exact)) {
                    each.removeAll(ids(100 * round, 100 * round + 50));
                }
                List<IndexEntry> entries = entries(space, 50, 650);
                index.upsertAll(entries);
                exact.upsertAll(entries);
                assertThat(index.size()).isEqualTo(exact.size());
                assertThat(recall(index, exact, id -> true)).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void doesWithoutAGraphAgainWhenLittleIsLeft() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.EUCLIDEAN);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS);
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            List<IndexEntry> entries = entries(space, 0, 600);
            for (SnapshotableIndex each : List.of(index, exact)) {
                each.upsertAll(entries);
                await(index);
                each.removeAll(ids(0, 560));
            }
            assertThat(recall(index, exact, id -> true)).isEqualTo(1);
            List<IndexEntry> more = entries(space, 600, 1100);
            index.upsertAll(more);
            exact.upsertAll(more);
            assertThat(recall(index, exact, id -> true)).isGreaterThan(0.9);
        }
    }

    @Test
    void answersExactlyUntilTheGraphOfALoadedSnapshotIsThere(@TempDir Path folder) {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.COSINE);
        Path file = folder.resolve("snapshot.index");
        try (SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            exact.upsertAll(entries(space, 0, 1500));
            exact.save(file);
            try (SnapshotableIndex index = new HnswlibIndexProvider().load(file, space, SMALL_GRAPHS)) {
                IndexQuery query = IndexQuery.of(vector(space), 10);
                assertThat(index.search(query)).isEqualTo(exact.search(query));
                assertThat(recall(index, exact, id -> true)).isGreaterThan(0.9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 100, 700})
    void returnsAsManyAsPassThroughItsGraph(int oneIn) {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.COSINE);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS)) {
            index.upsertAll(entries(space, 0, 1500));
            await(index);
            Predicate<String> filter = id -> Integer.parseInt(id.substring(2)) % oneIn == 0;
            List<Neighbor> found = index.search(IndexQuery.of(vector(space), 10).where(filter));
            assertThat(found)
                    .hasSize(Math.min(10, 1499 / oneIn + 1))
                    .extracting(Neighbor::id)
                    .allMatch(filter);
        }
    }

    @Test
    void findsMoreTheMoreCandidatesAQueryAllows() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.EUCLIDEAN);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS);
                SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            List<IndexEntry> entries = entries(space, 0, 2000);
            index.upsertAll(entries);
            exact.upsertAll(entries);
            await(index);
            List<IndexQuery> queries = entries(space, 2000, 2050).stream()
                    .map(entry -> IndexQuery.of(entry.embedding(), 1))
                    .toList();
            double few = IndexData.recall(index, exact, weighing(1, queries));
            assertThat(IndexData.recall(index, exact, weighing(60, queries)))
                    .isGreaterThanOrEqualTo(few)
                    .isGreaterThan(0.95);
            assertThat(IndexData.recall(index, exact, weighing(2000, queries))).isEqualTo(1);
        }
    }

    private static List<IndexQuery> weighing(int candidates, List<IndexQuery> queries) {
        return queries.stream().map(query -> query.weighing(candidates)).toList();
    }

    @Test
    void searchesInAnInterruptedThread() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.COSINE);
        try (SnapshotableIndex index = new HnswlibIndexProvider().create(space, SMALL_GRAPHS)) {
            index.upsertAll(entries(space, 0, 300));
            await(index);
            Thread.currentThread().interrupt();
            assertThat(index.search(IndexQuery.of(vector(space), 3))).hasSize(3);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=1", "m=x", "efConstruction=0", "efSearch=0", "efSearch=", "exactBelow=-1"})
    void refusesOptionsOutOfBounds(String option) {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", DIMENSION, Metric.COSINE);
        String name = option.substring(0, option.indexOf('='));
        Map<String, String> values = new HashMap<>(Map.of(name, option.substring(name.length() + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HnswlibIndexProvider().create(space, Options.of(values)))
                .withMessageContaining(name);
    }

    private double recall(SnapshotableIndex index, SnapshotableIndex exact, Predicate<String> filter) {
        await(index);
        int hits = 0;
        for (int i = 0; i < 50; i++) {
            IndexQuery query = IndexQuery.of(vector(index.space()), 10).where(filter);
            List<Neighbor> wanted = exact.search(query);
            hits += (int) index.search(query).stream().filter(wanted::contains).count();
        }
        return hits / 500.0;
    }

    private static void await(SnapshotableIndex index) {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (!((HnswlibIndex) index).caughtUp()) {
            assertThat(Instant.now()).as("the graph never caught up").isBefore(end);
            assertThatNoException().isThrownBy(() -> Thread.sleep(1));
        }
    }

    private List<IndexEntry> entries(EmbeddingSpace space, int from, int to) {
        List<IndexEntry> entries = new ArrayList<>();
        ids(from, to).forEach(id -> entries.add(new IndexEntry(id, "p", vector(space))));
        return entries;
    }

    private static List<String> ids(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ids.add("id" + i);
        }
        return ids;
    }

    private Embedding vector(EmbeddingSpace space) {
        float[] values = new float[space.dimension()];
        int cluster = random.nextInt(20);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(cluster * 7 + i * (cluster + 1.3)) + 0.4f * (float) random.nextGaussian();
        }
        return Embedding.of(space, values);
    }
}
