package io.buyme.index;

import static io.buyme.index.IndexData.center;
import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static io.buyme.index.IndexData.vector;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.FixedFilter;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.lang.ref.WeakReference;
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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches of graphs that may return only some entries: what they find, and what they remember of filters. */
class HnswFilterTest {

    private static final EmbeddingSpace SPACE = space(Metric.EUCLIDEAN, 24);
    private static final Options OPTIONS = Options.of(Map.of("exactBelow", "60", "efConstruction", "80"));
    private static final int ALL = 10_000;

    /** Which entries pass, by their numbers and by the centers that they and the query are near to. */
    private static final Map<String, Passes> KINDS = Map.of(
            "a half", (number, near) -> number % 2 == 0,
            "a tenth", (number, near) -> number % 10 == 0,
            "a hundredth", (number, near) -> number % 100 == 0,
            "a thousandth", (number, near) -> number % 1000 == 0,
            "own center", (number, near) -> center(number) == near,
            "other centers", (number, near) -> center(number) != near,
            "one other center", (number, near) -> center(number) == (near + 7) % 20,
            "half of the centers", (number, near) -> (center(number) + near) % 2 == 1,
            "some of other centers", (number, near) -> (center(number) + near) % 3 == 1 && number % 4 == 0);

    @Test
    void findsNearlyAllThatPassHoweverManyThatAreAndWhereverTheyAre() {
        try (SnapshotableIndex index = hnsw();
                SnapshotableIndex exact = new FlatIndexProvider().create(SPACE, Options.none())) {
            index.upsertAll(entries(SPACE, 0, 4000));
            exact.upsertAll(entries(SPACE, 0, 4000));
            KINDS.forEach((kind, passing) -> {
                compare(index, exact, kind, passing, 10);
                compare(index, exact, kind, passing, 50);
            });
        }
    }

    private static void compare(SnapshotableIndex index, SnapshotableIndex exact, String kind, Passes passing, int k) {
        Map<Integer, FixedFilter> fixed = new HashMap<>();
        List<IndexQuery> own = new ArrayList<>();
        List<IndexQuery> shared = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            IndexQuery query = IndexQuery.of(vector(SPACE, -1 - i), k);
            int near = center(-1 - i);
            Predicate<String> filter = id -> passing.passes(number(id), near);
            own.add(query.where(filter));
            shared.add(query.where(fixed.computeIfAbsent(near, key -> FixedFilter.of(filter))));
        }
        assertThat(recall(index, exact, own)).as("%s", kind).isGreaterThan(0.95);
        assertThat(recall(index, exact, shared)).as("fixed, %s", kind).isGreaterThan(0.95);
        assertThat(recall(index, exact, shared)).as("known, %s", kind).isGreaterThan(0.95);
    }

    @Test
    void asksAFilterAnewInEachCall() {
        try (SnapshotableIndex index = hnsw()) {
            index.upsertAll(entries(SPACE, 0, 500));
            Set<String> cheap = new HashSet<>(ids(0, 30));
            IndexQuery query = queries(SPACE, 1).get(0).where(cheap::contains);
            assertThat(index.search(query)).extracting(Neighbor::id).isSubsetOf(ids(0, 30));
            cheap.clear();
            cheap.addAll(ids(400, 405));
            assertThat(index.search(query)).extracting(Neighbor::id).containsExactlyInAnyOrderElementsOf(ids(400, 405));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 300})
    void asksOnceAboutAnEntry(int oneIn) {
        try (SnapshotableIndex index = hnsw()) {
            index.upsertAll(entries(SPACE, 0, 2500));
            Map<String, Integer> asked = new HashMap<>();
            Predicate<String> filter = id -> {
                asked.merge(id, 1, Integer::sum);
                return number(id) % oneIn == 0;
            };
            index.searchAll(filtered(queries(SPACE, 20), filter));
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));

            asked.clear();
            FixedFilter fixed = FixedFilter.of(filter);
            for (int i = 0; i < 5; i++) {
                index.searchAll(filtered(queries(SPACE, 20), fixed));
                index.upsertAll(entries(SPACE, 5000 + i, 5001 + i));
            }
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @Test
    void neverTakesTheAnswerForAnEntryThatWasInTheSamePlaceBefore() {
        Random random = new Random(6);
        List<FixedFilter> filters = IntStream.range(2, 6)
                .mapToObj(oneIn -> FixedFilter.of(id -> number(id) % oneIn == 0))
                .toList();
        try (SnapshotableIndex index = hnsw();
                SnapshotableIndex exact = new FlatIndexProvider().create(SPACE, Options.none())) {
            for (int step = 0; step < 800; step++) {
                int first = random.nextInt(400);
                if (random.nextBoolean()) {
                    List<IndexEntry> added = entries(SPACE, first, first + 1 + random.nextInt(20));
                    index.upsertAll(added);
                    exact.upsertAll(added);
                } else {
                    List<String> removed = ids(first, first + 1 + random.nextInt(20));
                    assertThat(index.removeAll(removed)).isEqualTo(exact.removeAll(removed));
                }
                FixedFilter filter = filters.get(random.nextInt(filters.size()));
                IndexQuery few = IndexQuery.of(vector(SPACE, -step), 5).where(filter);
                IndexQuery all = IndexQuery.of(vector(SPACE, -step), ALL).where(filter);
                assertThat(index.search(all)).isEqualTo(exact.search(all));
                assertThat(index.search(few))
                        .hasSameSizeAs(exact.search(few))
                        .allMatch(neighbor -> filter.test(neighbor.id()));
            }
        }
    }

    @Test
    void findsWhatPassesWhilePlacesAreUsedAgain() throws Exception {
        try (SnapshotableIndex index = hnsw()) {
            index.upsertAll(entries(SPACE, 0, 200));
            FixedFilter filter = FixedFilter.of(id -> number(id) % 3 == 0);
            Set<String> lasting = new HashSet<>(ids(0, 100));
            lasting.removeIf(filter.negate());
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> searches = new ArrayList<>();
                for (int thread = 0; thread < 2; thread++) {
                    searches.add(threads.submit(() -> searchUntil(done, index, filter, lasting)));
                }
                try {
                    replaceAllButTheFirst(index);
                } finally {
                    done.set(true);
                }
                for (Future<?> search : searches) {
                    search.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void searchUntil(
            AtomicBoolean done, SnapshotableIndex index, FixedFilter filter, Set<String> lasting) {
        IndexQuery all = IndexQuery.of(vector(SPACE, -1), ALL).where(filter);
        do {
            assertThat(index.search(all))
                    .extracting(Neighbor::id)
                    .allMatch(filter)
                    .doesNotHaveDuplicates()
                    .containsAll(lasting);
        } while (!done.get());
    }

    /** Entries come and go one number after the other, so that places get entries with another answer. */
    private static void replaceAllButTheFirst(SnapshotableIndex index) {
        for (int i = 200; i < 1500; i++) {
            index.removeAll(List.of("id" + (i - 100)));
            index.upsertAll(entries(SPACE, i, i + 1));
        }
    }

    @Test
    void doesNotHoldOnToAFixedFilter() {
        try (SnapshotableIndex index = hnsw()) {
            index.upsertAll(entries(SPACE, 0, 200));
            WeakReference<FixedFilter> filter = useOnce(index);
            for (int i = 0; i < 100 && filter.get() != null; i++) {
                System.gc();
            }
            assertThat(filter.get()).isNull();
            assertThat(index.search(queries(SPACE, 1).get(0).where(FixedFilter.of(ids(7, 9)))))
                    .hasSize(2);
        }
    }

    private static WeakReference<FixedFilter> useOnce(SnapshotableIndex index) {
        FixedFilter filter = FixedFilter.of(ids(0, 50));
        assertThat(index.search(queries(SPACE, 1).get(0).where(filter))).hasSize(10);
        return new WeakReference<>(filter);
    }

    private static List<IndexQuery> filtered(List<IndexQuery> queries, Predicate<String> filter) {
        return queries.stream().map(query -> query.where(filter)).toList();
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(2));
    }

    private static SnapshotableIndex hnsw() {
        return new HnswIndexProvider().create(SPACE, OPTIONS);
    }

    /** Tells whether an entry passes for a query that is near to some center. */
    private interface Passes {

        boolean passes(int number, int near);
    }
}
