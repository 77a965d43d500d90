package io.buyme.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every vector index must do. Extend it, return the provider from {@link #provider()}, and an approximate index's
 * promise from {@link #recallFloor()}.
 *
 * <pre>{@code
 * class MyIndexTest extends VectorIndexTck {
 *     @Override
 *     protected VectorIndexProvider provider() {
 *         return new MyIndexProvider();
 *     }
 * }
 * }</pre>
 */
public abstract class VectorIndexTck extends VectorIndexSnapshotTck {

    /** Creates the test; JUnit does. */
    protected VectorIndexTck() {}

    @ParameterizedTest
    @EnumSource(Metric.class)
    void scoresAsTheMetricSays(Metric metric) {
        EmbeddingSpace space = space(metric);
        Map<String, IndexEntry> entries = byId(clustered(space, 50, 3));
        try (SnapshotableIndex index = provider().create(space, options())) {
            index.upsertAll(entries.values());
            for (IndexQuery query : queries(space, 10, 50, 4)) {
                List<Neighbor> found = index.search(query);
                assertThat(found).hasSize(50).isSortedAccordingTo(Neighbor.BEST_FIRST);
                for (Neighbor neighbor : found) {
                    double expected = trueScore(entries, query, neighbor);
                    assertThat((double) neighbor.score())
                            .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void answersABatchInItsOrder() {
        List<IndexEntry> entries = clustered(SPACE, 40, 5);
        stage().upsertAll(entries);
        List<IndexQuery> queries = entries.stream()
                .map(e -> IndexQuery.of(e.embedding(), 1).in(e.partition()))
                .toList();
        assertThat(stage().searchAll(queries))
                .extracting(found -> found.get(0).id())
                .containsExactlyElementsOf(entries.stream().map(IndexEntry::id).toList());
    }

    @Test
    void answersNothingToNothing() {
        stage().upsertAll(List.of());
        assertThat(stage().searchAll(List.of())).isEmpty();
        assertThat(stage().removeAll(List.of())).isZero();
        assertThat(stage().size()).isZero();
    }

    @Test
    void refusesVectorsOfAnotherSpaceAndAddsNothing() {
        Embedding other = embedding(new EmbeddingSpace("other", "1", DIMENSION, Metric.COSINE), new Random(1));
        List<IndexEntry> entries = List.of(entry("a", "p", embedding(new Random(1))), new IndexEntry("b", "p", other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage().upsertAll(entries))
                .withMessageContaining(SPACE.id())
                .withMessageContaining(other.space().id());
        assertThat(stage().size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage().search(IndexQuery.of(other, 1)))
                .withMessageContaining(other.space().id());
    }

    @Test
    void neverMeetsAVectorThatIsNotFinite() {
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(SPACE, 1, 2, Float.NaN, 4, 5, 6, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(SPACE, new float[DIMENSION]));
    }

    @Test
    void ordersEqualScoresById() {
        Embedding same = embedding(new Random(9));
        List<IndexEntry> entries = new ArrayList<>();
        for (String id : List.of("d", "b", "e", "a", "c")) {
            entries.add(entry(id, "p" + entries.size() % 2, same));
        }
        stage().upsertAll(entries);
        assertThat(ids(stage().search(IndexQuery.of(same, 5)))).containsExactly("a", "b", "c", "d", "e");
        List<String> firstThree = ids(stage().search(IndexQuery.of(same, 3)));
        assertThat(firstThree).isSorted().hasSize(3);
        if (recallFloor() == 1) {
            assertThat(firstThree).containsExactly("a", "b", "c");
        }
    }

    @Test
    void replacesAnEntryOfTheSameIdInWhicheverPartition() {
        Random random = new Random(11);
        Embedding before = embedding(random);
        Embedding after = embedding(random);
        stage().upsertAll(List.of(entry("a", "p", before), entry("b", "p", before)));
        stage().upsertAll(List.of(entry("a", "q", before), entry("a", "r", after), entry("b", "p", after)));
        assertThat(stage().size()).isEqualTo(2);
        assertOnlyMatch("b", stage().search(IndexQuery.of(after, 5).in("p")));
        assertThat(stage().search(IndexQuery.of(after, 5).in("q"))).isEmpty();
        assertOnlyMatch("a", stage().search(IndexQuery.of(after, 5).in("r")));
    }

    @Test
    void removesWhatItKnowsAndPassesOverTheRest() {
        List<IndexEntry> entries = clustered(SPACE, 30, 12);
        stage().upsertAll(entries);
        assertThat(stage().removeAll(List.of("item-3", "unknown", "item-7", "item-3")))
                .isEqualTo(2);
        assertThat(stage().size()).isEqualTo(28);
        assertThat(stage().contains("item-3")).isFalse();
        assertThat(stage().contains("item-4")).isTrue();
        assertThat(ids(stage().search(IndexQuery.of(entries.get(3).embedding(), 30))))
                .hasSize(28)
                .doesNotContain("item-3", "item-7");
    }

    @Test
    void keepsIdsOfAnyText() {
        List<String> ids =
                List.of("", " ", "\n", "\0", "a/b\\c", "żółć", "シャツ", "👗👟", "e\u0301", "é", "x".repeat(5000));
        Random random = new Random(13);
        stage().upsertAll(ids.stream()
                .map(id -> entry(id, "p" + id.length() % 2, embedding(random)))
                .toList());
        assertThat(ids).allMatch(stage()::contains);
        assertThat(ids(stage().search(IndexQuery.of(embedding(random), 99)))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void findsNothingWhereNothingIs() {
        IndexQuery query = IndexQuery.of(embedding(new Random(1)), 3);
        assertThat(stage().search(query)).isEmpty();
        stage().upsertAll(clustered(SPACE, 3, 1));
        assertThat(stage().search(query.in("nowhere"))).isEmpty();
        stage().removeAll(List.of("item-0", "item-1", "item-2"));
        assertThat(stage().search(query)).isEmpty();
    }

    @Test
    void looksIntoOneSeveralOrAllPartitionsAndReturnsAllIfKIsLarger() {
        stage().upsertAll(clustered(SPACE, 30, 14));
        Embedding embedding = embedding(new Random(15));
        assertThat(stage().search(new IndexQuery(embedding, Integer.MAX_VALUE, Set.of(), Optional.empty())))
                .hasSize(30);
        assertThat(ids(stage().search(IndexQuery.of(embedding, 99).in("p1"))))
                .hasSize(10)
                .allMatch(id -> Integer.parseInt(id.substring(5)) % 3 == 1);
        assertThat(stage().search(new IndexQuery(embedding, 99, Set.of("p0", "p2", "none"), Optional.empty())))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 500, 10_000})
    void findsAllThatPassAFilter(int oneIn) {
        Map<String, IndexEntry> entries = byId(clustered(SPACE, 1000, 16));
        stage().upsertAll(entries.values());
        Predicate<String> filter = id -> (Integer.parseInt(id.substring(5)) + 1) % oneIn == 0;
        for (IndexQuery query : queries(SPACE, 10, 8, 17)) {
            IndexQuery filtered = query.where(filter);
            List<Neighbor> expected = naiveSearch(entries, filtered);
            List<Neighbor> found = stage().search(filtered);
            assertThat(ids(found)).hasSameSizeAs(expected).allMatch(filter);
            if (expected.size() < query.k() || recallFloor() == 1) {
                assertThat(ids(found)).isEqualTo(ids(expected));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void findsTheTrueNeighbors(Metric metric) {
        EmbeddingSpace space = space(metric);
        Map<String, IndexEntry> entries = byId(clustered(space, 2500, 18));
        try (SnapshotableIndex index = provider().create(space, options())) {
            index.upsertAll(entries.values());
            List<IndexQuery> queries = queries(space, 50, 10, 19);
            List<List<Neighbor>> found = index.searchAll(queries);
            int hits = 0;
            for (int i = 0; i < queries.size(); i++) {
                List<String> expected = ids(naiveSearch(entries, queries.get(i)));
                hits += (int)
                        ids(found.get(i)).stream().filter(expected::contains).count();
            }
            assertThat(hits / 500.0).isGreaterThanOrEqualTo(recallFloor());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithANaiveModelAfterAnySequenceOfWrites(long seed) {
        Random random = new Random(seed);
        Map<String, IndexEntry> model = new HashMap<>();
        for (int step = 0; step < 150; step++) {
            List<IndexEntry> upserts = new ArrayList<>();
            List<String> removals = new ArrayList<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                upserts.add(entry("id" + random.nextInt(400), "p" + random.nextInt(3), embedding(random)));
                removals.add("id" + random.nextInt(400));
            }
            stage().upsertAll(upserts);
            upserts.forEach(e -> model.put(e.id(), e));
            if (random.nextInt(3) == 0) {
                long expected =
                        removals.stream().distinct().filter(model::containsKey).count();
                assertThat(stage().removeAll(removals)).isEqualTo((int) expected);
                model.keySet().removeAll(removals);
            }
            assertThat(stage().size()).isEqualTo(model.size());
            assertAgrees(model, IndexQuery.of(embedding(random), 1 + random.nextInt(12)));
            assertAgrees(model, IndexQuery.of(embedding(random), 500).in("p1"));
        }
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        Options options = Options.of(Map.of("no-such-option", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider().create(SPACE, options))
                .withMessageContaining("no-such-option");
    }

    @Test
    void refusesEveryUseAfterClose() {
        SnapshotableIndex index = stage();
        index.upsertAll(clustered(SPACE, 3, 1));
        index.close();
        assertThatIllegalStateException().isThrownBy(() -> index.upsertAll(clustered(SPACE, 3, 1)));
        assertThatIllegalStateException().isThrownBy(() -> index.removeAll(List.of("item-0")));
        assertThatIllegalStateException().isThrownBy(() -> index.searchAll(List.of()));
        assertThatIllegalStateException().isThrownBy(index::size);
        assertThatIllegalStateException().isThrownBy(() -> index.contains("item-0"));
        assertThat(index.space()).isEqualTo(SPACE);
    }

    private void assertAgrees(Map<String, IndexEntry> model, IndexQuery query) {
        List<Neighbor> expected = naiveSearch(model, query);
        List<Neighbor> found = stage().search(query);
        assertThat(found).hasSameSizeAs(expected).isSortedAccordingTo(Neighbor.BEST_FIRST);
        for (Neighbor neighbor : found) {
            assertThat((double) neighbor.score()).isCloseTo(trueScore(model, query, neighbor), within(1e-6));
        }
        if (recallFloor() == 1 || expected.size() < query.k()) {
            assertThat(ids(found)).isEqualTo(ids(expected));
        }
    }

    private static void assertOnlyMatch(String id, List<Neighbor> found) {
        assertThat(ids(found)).containsExactly(id);
        assertThat(found.get(0).score()).isCloseTo(1, within(1e-6f));
    }

    private static double trueScore(Map<String, IndexEntry> entries, IndexQuery query, Neighbor neighbor) {
        IndexEntry entry = requireNonNull(entries.get(neighbor.id()), "the index returned an id it should not have");
        return query.embedding().similarity(entry.embedding());
    }

    private static Map<String, IndexEntry> byId(List<IndexEntry> entries) {
        Map<String, IndexEntry> byId = new HashMap<>();
        entries.forEach(e -> byId.put(e.id(), e));
        return byId;
    }
}
