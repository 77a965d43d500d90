package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast scan is single precision; what it returns must not show that. */
class FlatExactnessTest {

    /** Many rows whose scores differ by less than a single-precision sum can tell. */
    @ParameterizedTest
    @CsvSource({"DOT, 1", "DOT, 1e-15", "DOT, 1e18", "DOT, 3e37", "EUCLIDEAN, 1", "EUCLIDEAN, 1e-15", "EUCLIDEAN, 1e18"
    })
    void findsTheBestAmongScoresThatAreAlmostEqual(Metric metric, float scale) {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", 33, metric);
        Random random = new Random(1);
        Embedding center = vector(space, random, new float[33], scale);
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < 2100; i++) {
            Embedding near = vector(space, random, center.toArray(), scale * 1e-6f);
            entries.add(new IndexEntry("id" + i, "p", near));
        }
        try (SnapshotableIndex index = new FlatIndexProvider().create(space, Options.none())) {
            index.upsertAll(entries);
            for (int n = 0; n < 20; n++) {
                Embedding query = vector(space, random, new float[33], scale);
                assertThat(index.search(IndexQuery.of(query, 7))).isEqualTo(naive(entries, query, 7));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void worksInEveryDimensionAndAcrossBlocks(Metric metric) {
        for (int dimension : new int[] {1, 2, 3, 4, 5, 8, 17}) {
            EmbeddingSpace space = new EmbeddingSpace("test", "1", dimension, metric);
            Random random = new Random(dimension);
            try (SnapshotableIndex index = new FlatIndexProvider().create(space, Options.none())) {
                for (int i = 0; i < 2050; i++) {
                    Embedding vector = vector(space, random, new float[dimension], 1);
                    index.upsertAll(List.of(new IndexEntry("id" + i, "p", vector)));
                    if (i % 100 == 0 || i > 2040) {
                        float best =
                                index.search(IndexQuery.of(vector, 1)).get(0).score();
                        assertThat((double) best).isGreaterThanOrEqualTo(vector.similarity(vector) - 1e-6);
                    }
                }
                for (int i = 0; i < 2049; i++) {
                    index.removeAll(List.of("id" + i));
                }
                assertThat(index.search(IndexQuery.of(vector(space, random, new float[dimension], 1), 9)))
                        .extracting(Neighbor::id)
                        .containsExactly("id2049");
            }
        }
    }

    @Test
    void scoresCosinesOfHugeAndTinyVectors() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", 2, Metric.COSINE);
        try (SnapshotableIndex index = new FlatIndexProvider().create(space, Options.none())) {
            index.upsertAll(List.of(
                    new IndexEntry("huge", "p", Embedding.of(space, Float.MAX_VALUE, Float.MAX_VALUE)),
                    new IndexEntry("tiny", "p", Embedding.of(space, -Float.MIN_VALUE, -Float.MIN_VALUE))));
            assertThat(index.search(IndexQuery.of(Embedding.of(space, 1, 1), 2)))
                    .containsExactly(new Neighbor("huge", 1), new Neighbor("tiny", -1));
        }
    }

    @Test
    void asksAFilterOnlyAboutPromisingEntries() {
        EmbeddingSpace space = new EmbeddingSpace("test", "1", 8, Metric.COSINE);
        Random random = new Random(3);
        List<String> asked = new ArrayList<>();
        try (SnapshotableIndex index = new FlatIndexProvider().create(space, Options.none())) {
            List<IndexEntry> entries = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                entries.add(new IndexEntry("id" + i, "p", vector(space, random, new float[8], 1)));
            }
            index.upsertAll(entries);
            index.search(
                    IndexQuery.of(vector(space, random, new float[8], 1), 5).where(asked::add));
        }
        assertThat(asked).doesNotHaveDuplicates().hasSizeLessThan(500);
    }

    private static Embedding vector(EmbeddingSpace space, Random random, float[] around, float scale) {
        float[] values = around.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += scale * (float) Math.tanh(random.nextGaussian());
        }
        return Embedding.of(space, values);
    }

    private static List<Neighbor> naive(List<IndexEntry> entries, Embedding query, int k) {
        Comparator<Neighbor> order = Neighbor.BEST_FIRST;
        return entries.stream()
                .map(e -> new Neighbor(
                        e.id(),
                        score(
                                query.toArray(),
                                e.embedding().toArray(),
                                query.space().metric())))
                .sorted(order)
                .limit(k)
                .toList();
    }

    private static float score(float[] a, float[] b, Metric metric) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += metric == Metric.DOT ? (double) a[i] * b[i] : -difference * difference;
        }
        return (float) sum;
    }
}
