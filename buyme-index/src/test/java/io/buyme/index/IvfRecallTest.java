package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static io.buyme.index.IvfData.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What lists find of what there is. */
class IvfRecallTest {

    private static final int ROWS = 4000;

    @ParameterizedTest
    @CsvSource({"COSINE, 0.9", "EUCLIDEAN, 0.9", "DOT, 0.8"})
    void plainListsFindMostNeighbors(Metric metric, double floor) {
        assertRecall(new IvfFlatIndexProvider(), metric, options("nlist", "250", "nprobe", "8"), floor);
    }

    @ParameterizedTest
    @CsvSource({"COSINE, 0.95", "EUCLIDEAN, 0.95", "DOT, 0.9"})
    void codedListsFindMostNeighborsAfterRefinement(Metric metric, double floor) {
        Options options = options("nlist", "40", "nprobe", "12", "m", "4", "refine", "8");
        assertRecall(new IvfPqIndexProvider(), metric, options, floor);
    }

    private static void assertRecall(VectorIndexProvider provider, Metric metric, Options options, double floor) {
        EmbeddingSpace space = space(metric, 24);
        try (SnapshotableIndex index = provider.create(space, options);
                SnapshotableIndex exact = exact(space)) {
            index.upsertAll(entries(space, 0, ROWS));
            assertThat(recall(index, exact, queries(space, 100))).isBetween(floor, 0.9999);
        }
    }

    /** With all lists, and as many candidates as there are rows, nothing is approximate. */
    @ParameterizedTest
    @EnumSource(Metric.class)
    void findAllIfTheyLookIntoAllLists(Metric metric) {
        EmbeddingSpace space = space(metric, 10);
        Options all = options("nlist", "50", "nprobe", "50");
        Options allRefined = options("nlist", "50", "nprobe", "50", "m", "2", "refine", "400");
        try (SnapshotableIndex plain = new IvfFlatIndexProvider().create(space, all);
                SnapshotableIndex coded = new IvfPqIndexProvider().create(space, allRefined);
                SnapshotableIndex exact = exact(space)) {
            plain.upsertAll(entries(space, 0, ROWS));
            coded.upsertAll(entries(space, 0, ROWS));
            List<List<Neighbor>> wanted = exact.searchAll(queries(space, 30));
            assertThat(plain.searchAll(queries(space, 30))).isEqualTo(wanted);
            assertThat(coded.searchAll(queries(space, 30))).isEqualTo(wanted);
        }
    }

    @Test
    void weighAsManyCandidatesAsAQueryWants() {
        EmbeddingSpace space = space(Metric.COSINE, 24);
        List<IndexQuery> queries = queries(space, 60);
        for (VectorIndexProvider provider : List.of(new IvfFlatIndexProvider(), new IvfPqIndexProvider())) {
            try (SnapshotableIndex index = provider.create(space, options("nprobe", "30"));
                    SnapshotableIndex exact = exact(space)) {
                index.upsertAll(entries(space, 0, ROWS));
                double few = recall(index, exact, weighing(queries, 1));
                double some = recall(index, exact, weighing(queries, 200));
                assertThat(few).isLessThan(some - 0.05);
                assertThat(recall(index, exact, weighing(queries, 1000))).isGreaterThanOrEqualTo(some);
            }
        }
    }

    private static List<IndexQuery> weighing(List<IndexQuery> queries, int candidates) {
        return queries.stream().map(query -> query.weighing(candidates)).toList();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.9", "10, 0.9", "100, 0.9", "1000, 1"})
    void findMostNeighborsThatPassAFilter(int oneIn, double floor) {
        EmbeddingSpace space = space(Metric.COSINE, 24);
        Predicate<String> filter = id -> Integer.parseInt(id.substring(2)) % oneIn == 0;
        List<IndexQuery> queries =
                queries(space, 40).stream().map(query -> query.where(filter)).toList();
        for (VectorIndexProvider provider : List.of(new IvfFlatIndexProvider(), new IvfPqIndexProvider())) {
            try (SnapshotableIndex index = provider.create(space, options("nlist", "60"));
                    SnapshotableIndex exact = exact(space)) {
                index.upsertAll(entries(space, 0, ROWS));
                assertThat(index.searchAll(queries))
                        .allSatisfy(found -> assertThat(found).hasSize(Math.min(10, ROWS / oneIn)));
                assertThat(recall(index, exact, queries)).isGreaterThanOrEqualTo(floor);
            }
        }
    }

    @Test
    void findAsManyAsAreWantedHoweverFewListsHaveThem() {
        EmbeddingSpace space = space(Metric.EUCLIDEAN, 8);
        for (VectorIndexProvider provider : List.of(new IvfFlatIndexProvider(), new IvfPqIndexProvider())) {
            try (SnapshotableIndex index = provider.create(space, options("nprobe", "1"))) {
                index.upsertAll(entries(space, 0, 1000));
                index.removeAll(ids(500, 600));
                IndexQuery query = new IndexQuery(
                        IndexData.vector(space, -1), Integer.MAX_VALUE, Set.of(), Optional.of(id -> id.endsWith("3")));
                assertThat(index.search(query)).hasSize(90);
                assertThat(index.search(IndexQuery.of(query.embedding(), 5000))).hasSize(900);
            }
        }
    }

    @Test
    void surviveVectorsWhoseDistancesNoFloatCanHold() {
        EmbeddingSpace space = space(Metric.EUCLIDEAN, 4);
        for (VectorIndexProvider provider : List.of(new IvfFlatIndexProvider(), new IvfPqIndexProvider())) {
            try (SnapshotableIndex index = provider.create(space, options())) {
                index.upsertAll(entries(space, 0, 200).stream()
                        .map(entry -> new IndexEntry(entry.id(), "p", scaled(entry, 3e37f)))
                        .toList());
                index.upsertAll(entries(space, 200, 400));
                IndexEntry sought = entries(space, 250, 251).get(0);
                assertThat(index.search(IndexQuery.of(sought.embedding(), 400))).hasSize(400);
            }
        }
    }

    private static Embedding scaled(IndexEntry entry, float factor) {
        float[] values = entry.embedding().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Embedding.of(entry.embedding().space(), values);
    }

    @ParameterizedTest
    @CsvSource({"nlist, -1", "nlist, many", "nprobe, 0", "exactBelow, -1", "m, 0", "m, 9", "refine, 0.5", "codes, 3"})
    void refuseOptionsThatMakeNoSense(String name, String value) {
        EmbeddingSpace space = space(Metric.COSINE, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IvfPqIndexProvider().create(space, options(name, value)))
                .withMessageContaining(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IvfFlatIndexProvider().create(space, options(name, value)))
                .withMessageContaining(name);
    }

    private static SnapshotableIndex exact(EmbeddingSpace space) {
        SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none());
        exact.upsertAll(entries(space, 0, ROWS));
        return exact;
    }
}
