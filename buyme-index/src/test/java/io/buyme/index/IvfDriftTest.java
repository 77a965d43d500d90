package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.space;
import static io.buyme.index.IvfData.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.Metric;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IvfDriftTest {

    private static final EmbeddingSpace SPACE = space(Metric.EUCLIDEAN, 8);

    @Test
    void thereIsNoneBeforeAPartitionIsTrained() {
        try (TrainedIndex index = new IvfFlatIndexProvider().create(SPACE, options())) {
            index.upsertAll(entries(SPACE, 0, 99));
            index.train("p");
            index.train("no such partition");
            assertThat(index.drift()).isEmpty();
            index.upsertAll(entries(SPACE, 99, 100));
            assertThat(index.drift()).containsOnlyKeys("p");
        }
    }

    @Test
    void isSmallForEntriesLikeThoseBefore() {
        try (TrainedIndex index = new IvfFlatIndexProvider().create(SPACE, options("nlist", "30"))) {
            index.upsertAll(entries(SPACE, 0, 3000));
            index.upsertAll(entries(SPACE, 3000, 5000));
            Drift drift = drift(index);
            assertThat(drift.entries()).isEqualTo(5000);
            assertThat(drift.lists()).isEqualTo(30);
            assertThat(drift.trainedEntries()).isEqualTo(3000);
            assertThat(drift.addedEntries()).isEqualTo(2000);
            assertThat(drift.addedError()).isCloseTo(drift.trainedError(), within(0.1 * drift.trainedError()));
            assertThat(drift.imbalance()).isBetween(1.0, 3.0);
            assertThat(drift.suggestsTraining()).isFalse();
        }
    }

    @Test
    void showsEntriesUnlikeThoseBeforeUntilTheIndexIsTrainedAnew() {
        for (TrainedIndex index : List.of(
                new IvfFlatIndexProvider().create(SPACE, options("nlist", "30")),
                new IvfPqIndexProvider().create(SPACE, options("nlist", "30")))) {
            try (index) {
                index.upsertAll(entries(SPACE, 0, 2000));
                assertThat(drift(index).suggestsTraining()).isFalse();
                index.upsertAll(farAway(100));
                assertThat(drift(index).suggestsTraining()).isFalse();
                index.upsertAll(farAway(400));
                Drift before = drift(index);
                assertThat(before.addedError()).isGreaterThan(2 * before.trainedError());
                assertThat(before.suggestsTraining()).isTrue();
                index.train("p");
                Drift after = drift(index);
                assertThat(after.suggestsTraining()).isFalse();
                assertThat(after.trainedEntries()).isEqualTo(2400);
                assertThat(after.addedEntries()).isZero();
                assertThat(after.addedError()).isEqualTo(after.trainedError());
            }
        }
    }

    @Test
    void showsGrowthAndImbalance() {
        try (TrainedIndex index = new IvfFlatIndexProvider().create(SPACE, options("nlist", "20"))) {
            index.upsertAll(entries(SPACE, 0, 200));
            double even = drift(index).imbalance();
            Embedding one = entries(SPACE, 0, 1).get(0).embedding();
            index.upsertAll(IntStream.range(1000, 1400)
                    .mapToObj(i -> new IndexEntry("id" + i, "p", one))
                    .toList());
            assertThat(drift(index).imbalance()).isGreaterThan(2 * even);
            assertThat(drift(index).suggestsTraining()).isFalse();
            index.upsertAll(entries(SPACE, 200, 400));
            assertThat(drift(index).suggestsTraining()).isTrue();
            index.removeAll(ids(0, 5000));
            assertThat(index.drift()).isEmpty();
        }
    }

    private static Drift drift(TrainedIndex index) {
        return index.drift().getOrDefault("p", new Drift(0, 0, 0, 0, 0, 0, 0));
    }

    private static List<IndexEntry> farAway(int count) {
        Random random = new Random(9);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    float[] values = new float[SPACE.dimension()];
                    for (int j = 0; j < values.length; j++) {
                        values[j] = 20 + 5 * (float) random.nextGaussian();
                    }
                    return new IndexEntry("far" + i, "p", Embedding.of(SPACE, values));
                })
                .toList();
    }
}
