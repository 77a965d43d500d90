package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What searches through graphs find, compared with exact ones. */
class HnswRecallTest {

    private static final EmbeddingSpace SPACE = space(Metric.COSINE, 24);
    private static final Options SMALL_GRAPHS =
            Options.of(Map.of("exactBelow", "100", "m", "8", "efConstruction", "80", "efSearch", "48"));

    @ParameterizedTest
    @EnumSource(Metric.class)
    void findsNearlyAllTrueNeighbors(Metric metric) {
        EmbeddingSpace space = space(metric, 24);
        try (SnapshotableIndex index = hnsw(space);
                SnapshotableIndex exact = flat(space)) {
            index.upsertAll(entries(space, 0, 2500));
            exact.upsertAll(entries(space, 0, 2500));
            // Inner products are no metric, and graphs are known to find fewer of their neighbors.
            assertThat(recall(index, exact, queries(space, 100))).isGreaterThan(metric == Metric.DOT ? 0.85 : 0.97);
        }
    }

    @Test
    void findsMoreTheMoreCandidatesAQueryAllows() {
        try (SnapshotableIndex index = hnsw(SPACE);
                SnapshotableIndex exact = flat(SPACE)) {
            index.upsertAll(entries(SPACE, 0, 2500));
            exact.upsertAll(entries(SPACE, 0, 2500));
            double few = recall(index, exact, weighing(1));
            double many = recall(index, exact, weighing(150));
            assertThat(many).isGreaterThan(few).isGreaterThan(0.99);
            assertThat(recall(index, exact, weighing(2500))).isEqualTo(1);
        }
    }

    @Test
    void losesNoRecallWhenHalfOfItsEntriesAreReplacedBitByBit() {
        try (SnapshotableIndex churned = hnsw(SPACE);
                SnapshotableIndex fresh = hnsw(SPACE);
                SnapshotableIndex exact = flat(SPACE)) {
            churned.upsertAll(entries(SPACE, 0, 3000));
            List<String> removed = new ArrayList<>(ids(0, 3000));
            Collections.shuffle(removed, new Random(4));
            for (int i = 0; i < 1500; i += 10) {
                churned.removeAll(removed.subList(i, i + 10));
                churned.upsertAll(entries(SPACE, 3000 + i, 3010 + i));
            }
            List<IndexEntry> left = new ArrayList<>(entries(SPACE, 0, 4500));
            left.removeIf(entry -> removed.subList(0, 1500).contains(entry.id()));
            fresh.upsertAll(left);
            exact.upsertAll(left);
            assertThat(churned.size()).isEqualTo(3000);
            for (int candidates : new int[] {1, 40}) {
                double before = recall(fresh, exact, weighing(candidates));
                assertThat(recall(churned, exact, weighing(candidates)))
                        .as("with %d candidates", candidates)
                        .isGreaterThan(before - 0.02);
            }
        }
    }

    @Test
    void keepsItsRecallWhenAllVectorsAreReplacedAgainAndAgain() {
        try (SnapshotableIndex index = hnsw(SPACE);
                SnapshotableIndex exact = flat(SPACE)) {
            for (int round = 0; round < 4; round++) {
                List<IndexEntry> entries = new ArrayList<>();
                for (int i = 0; i < 600; i++) {
                    entries.add(new IndexEntry("id" + i, "p" + i % 2, IndexData.vector(SPACE, 1000 * round + i)));
                }
                index.upsertAll(entries);
                exact.upsertAll(entries);
                assertThat(index.size()).isEqualTo(600);
                assertThat(recall(index, exact, weighing(20))).isGreaterThan(0.9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100, 1000, 100_000})
    void findsWhatPassesAFilterHoweverLittleThatIs(int oneIn) {
        try (SnapshotableIndex index = hnsw(SPACE);
                SnapshotableIndex exact = flat(SPACE)) {
            index.upsertAll(entries(SPACE, 0, 2500));
            exact.upsertAll(entries(SPACE, 0, 2500));
            Predicate<String> filter = id -> (Integer.parseInt(id.substring(2)) + 1) % oneIn == 0;
            List<IndexQuery> filtered = queries(SPACE, 50).stream()
                    .map(query -> query.where(filter))
                    .toList();
            assertThat(index.searchAll(filtered))
                    .allSatisfy(found -> assertThat(found)
                            .hasSize(Math.min(10, 2500 / oneIn))
                            .allMatch(neighbor -> filter.test(neighbor.id())));
            if (oneIn <= 2500) {
                assertThat(recall(index, exact, filtered)).isGreaterThan(0.95);
            }
        }
    }

    @Test
    void survivesVectorsWhoseProductsOverflow() {
        EmbeddingSpace space = space(Metric.DOT, 2);
        try (SnapshotableIndex index = hnsw(space)) {
            Random random = new Random(3);
            List<IndexEntry> entries = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                float scale = i % 2 == 0 ? Float.MAX_VALUE : 1;
                float x = (random.nextFloat() - 0.5f) * scale;
                entries.add(new IndexEntry("id" + i, "p", Embedding.of(space, x, -x)));
            }
            index.upsertAll(entries);
            Embedding query = Embedding.of(space, Float.MAX_VALUE, Float.MAX_VALUE);
            assertThat(index.search(IndexQuery.of(query, 5))).hasSize(5);
            index.removeAll(ids(0, 300));
            assertThat(index.search(IndexQuery.of(query, 500))).hasSize(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=1", "m=x", "efConstruction=0", "efSearch=0", "efSearch=", "exactBelow=-1", "seed=x"})
    void refusesOptionsOutOfBounds(String option) {
        String name = option.substring(0, option.indexOf('='));
        Options options = Options.of(Map.of(name, option.substring(name.length() + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HnswIndexProvider().create(SPACE, options))
                .withMessageContaining(name);
    }

    private static List<IndexQuery> weighing(int candidates) {
        return queries(SPACE, 100).stream()
                .map(query -> query.weighing(candidates))
                .toList();
    }

    private static SnapshotableIndex hnsw(EmbeddingSpace space) {
        return new HnswIndexProvider().create(space, SMALL_GRAPHS);
    }

    private static SnapshotableIndex flat(EmbeddingSpace space) {
        return new FlatIndexProvider().create(space, Options.none());
    }
}
