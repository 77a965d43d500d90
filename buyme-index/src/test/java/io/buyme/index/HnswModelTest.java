package io.buyme.index;

import static io.buyme.index.IndexData.space;
import static io.buyme.index.IndexData.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thousands of random steps, beside an exact index or beside searches, none of which may ever see a wrong entry. */
class HnswModelTest {

    private static final Options SMALL_GRAPHS =
            Options.of(Map.of("exactBelow", "60", "m", "5", "efConstruction", "40", "efSearch", "24"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, COSINE", "2, EUCLIDEAN", "3, DOT"})
    void agreesWithAnExactIndexAfterThousandsOfRandomSteps(long seed, Metric metric) {
        EmbeddingSpace space = space(metric, 8);
        Random random = new Random(seed);
        Path file = folder.resolve("snapshot.index");
        Recall recall = new Recall();
        SnapshotableIndex index = new HnswIndexProvider().create(space, SMALL_GRAPHS);
        try (SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none())) {
            for (int step = 0; step < 1500; step++) {
                List<IndexEntry> upserts = new ArrayList<>();
                List<String> removals = new ArrayList<>();
                for (int i = random.nextInt(6); i > 0; i--) {
                    String partition = random.nextInt(4) == 0 ? "q" : "p";
                    upserts.add(new IndexEntry(
                            "id" + random.nextInt(900), partition, vector(space, random.nextInt(100_000))));
                    removals.add("id" + random.nextInt(900));
                }
                index.upsertAll(upserts);
                exact.upsertAll(upserts);
                if (random.nextInt(3) == 0) {
                    assertThat(index.removeAll(removals)).isEqualTo(exact.removeAll(removals));
                }
                assertThat(index.size()).isEqualTo(exact.size());
                compare(index, exact, random, recall);
                if (step % 300 == 299) {
                    index.save(file);
                    index.close();
                    index = new HnswIndexProvider().load(file, space, SMALL_GRAPHS);
                }
            }
        } finally {
            index.close();
        }
        assertThat(recall.share()).isGreaterThan(metric == Metric.DOT ? 0.85 : 0.95);
    }

    private static void compare(SnapshotableIndex index, SnapshotableIndex exact, Random random, Recall recall) {
        IndexQuery query = IndexQuery.of(vector(index.space(), -random.nextInt(1000)), 1 + random.nextInt(12));
        IndexQuery asked = random.nextInt(3) == 0 ? query.in("q") : query;
        Map<String, Float> truth = new HashMap<>();
        exact.search(new IndexQuery(query.embedding(), 10_000, asked.partitions(), asked.filter()))
                .forEach(neighbor -> truth.put(neighbor.id(), neighbor.score()));
        List<Neighbor> found = index.search(asked);
        assertThat(found)
                .hasSize(Math.min(query.k(), truth.size()))
                .isSortedAccordingTo(Neighbor.BEST_FIRST)
                .allSatisfy(neighbor -> assertThat(truth).containsEntry(neighbor.id(), neighbor.score()));
        recall.add(found, exact.search(asked));
    }

    @Test
    void neverShowsAnEntryUnderAWrongIdOrAfterItsRemoval() throws Exception {
        try (SnapshotableIndex index = new HnswIndexProvider().create(space(Metric.EUCLIDEAN, 8), SMALL_GRAPHS)) {
            Life life = new Life(index);
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                Future<?> first = threads.submit(() -> life.searchUntil(done, 1));
                Future<?> second = threads.submit(() -> life.searchUntil(done, 2));
                Future<?> saves = threads.submit(() -> {
                    while (!done.get()) {
                        index.save(folder.resolve("snapshot.index"));
                    }
                });
                try {
                    life.write(2000);
                } finally {
                    done.set(true);
                }
                first.get();
                second.get();
                saves.get();
            } finally {
                threads.shutdownNow();
            }
            life.searchUntil(done, 3);
            assertThat(life.missed()).isLessThan(0.05);
        }
    }

    private static final class Recall {

        private int hits;
        private int all;

        void add(List<Neighbor> found, List<Neighbor> wanted) {
            Set<Neighbor> expected = new HashSet<>(wanted);
            hits += (int) found.stream().filter(expected::contains).count();
            all += expected.size();
        }

        double share() {
            return (double) hits / all;
        }
    }

    /** Entries whose vectors tell which entry they are, and of which time. In each third time an entry is removed. */
    private static final class Life {

        private static final int ENTRIES = 400;
        private static final int LASTING = 100;

        private final SnapshotableIndex index;
        private final AtomicIntegerArray begun = new AtomicIntegerArray(ENTRIES);
        private final AtomicIntegerArray ended = new AtomicIntegerArray(ENTRIES);
        private final AtomicIntegerArray lasting = new AtomicIntegerArray(2);

        Life(SnapshotableIndex index) {
            this.index = index;
            for (int i = 0; i < ENTRIES; i++) {
                begun.set(i, 1);
                ended.set(i, 1);
                index.upsertAll(List.of(entry(i, 1)));
            }
        }

        void write(int steps) {
            Random random = new Random(9);
            for (int step = 0; step < steps; step++) {
                int i = LASTING + random.nextInt(ENTRIES - LASTING);
                int time = begun.incrementAndGet(i);
                if (time % 3 == 0) {
                    assertThat(index.removeAll(List.of("id" + i))).isEqualTo(1);
                } else {
                    index.upsertAll(List.of(entry(i, time)));
                }
                ended.set(i, time);
            }
        }

        void searchUntil(AtomicBoolean done, long seed) {
            Random random = new Random(seed);
            do {
                int near = random.nextInt(LASTING);
                IndexQuery query = IndexQuery.of(entry(near, 1).embedding(), 10);
                int[] before = new int[ENTRIES];
                for (int i = 0; i < ENTRIES; i++) {
                    before[i] = ended.get(i);
                }
                List<Neighbor> found = index.search(query);
                assertThat(found).hasSize(10).extracting(Neighbor::id).doesNotHaveDuplicates();
                found.forEach(neighbor -> {
                    int i = Integer.parseInt(neighbor.id().substring(2));
                    assertIsOfATime(query, neighbor, i, before[i], begun.get(i));
                });
                lasting.incrementAndGet(0);
                if (!found.get(0).id().equals("id" + near)) {
                    lasting.incrementAndGet(1);
                }
            } while (!done.get());
        }

        /** Returns the share of searches that did not find the entry at their very place. */
        double missed() {
            return (double) lasting.get(1) / lasting.get(0);
        }

        private void assertIsOfATime(IndexQuery query, Neighbor neighbor, int i, int first, int last) {
            for (int time = first; time <= last; time++) {
                double score = query.embedding().similarity(entry(i, time).embedding());
                if (time % 3 != 0 && Math.abs(score - neighbor.score()) < 1e-4) {
                    return;
                }
            }
            assertThat(neighbor).as("of a time from %d to %d", first, last).isNull();
        }

        private IndexEntry entry(int i, int time) {
            return new IndexEntry("id" + i, "p", vector(index.space(), 1000L * i + time));
        }
    }
}
