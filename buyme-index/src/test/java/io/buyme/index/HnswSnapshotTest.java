package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots that hold graphs. */
class HnswSnapshotTest {

    private static final EmbeddingSpace SPACE = space(Metric.COSINE, 12);
    private static final Options SMALL_GRAPHS = options("6");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void holdTheGraphAsItWas() throws IOException {
        Path first = folder.resolve("first.index");
        Path second = folder.resolve("second.index");
        try (SnapshotableIndex index = new HnswIndexProvider().create(SPACE, SMALL_GRAPHS)) {
            index.upsertAll(entries(SPACE, 0, 700));
            index.removeAll(ids(100, 350));
            index.save(first);
            try (SnapshotableIndex loaded = new HnswIndexProvider().load(first, SPACE, SMALL_GRAPHS)) {
                assertThat(loaded.searchAll(few())).isEqualTo(index.searchAll(few()));
                loaded.save(second);
                assertThat(second).hasSameBinaryContentAs(first);
                loaded.upsertAll(entries(SPACE, 200, 900));
                assertThat(loaded.size()).isEqualTo(800);
            }
        }
    }

    @Test
    void areTheSameForTheSameEntriesInTheSameOrder() throws IOException {
        for (String name : List.of("a", "b")) {
            try (SnapshotableIndex index = new HnswIndexProvider().create(SPACE, SMALL_GRAPHS)) {
                index.upsertAll(entries(SPACE, 0, 400));
                index.upsertAll(entries(SPACE, 400, 500));
                index.save(folder.resolve(name));
            }
        }
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void areLoadedWithoutGraphsAndWithGraphsOfAnotherKind() {
        Path file = folder.resolve("snapshot.index");
        List<VectorIndexProvider> others = List.of(new FlatIndexProvider(), new HnswlibIndexProvider());
        try (SnapshotableIndex exact = new FlatIndexProvider().create(SPACE, Options.none())) {
            exact.upsertAll(entries(SPACE, 0, 800));
            for (VectorIndexProvider other : others) {
                try (SnapshotableIndex saved = other.create(SPACE, Options.none())) {
                    saved.upsertAll(entries(SPACE, 0, 800));
                    saved.save(file);
                }
                assertIsLoaded(file, options("6"), exact);
            }
            try (SnapshotableIndex saved = new HnswIndexProvider().create(SPACE, options("4"))) {
                saved.upsertAll(entries(SPACE, 0, 800));
                saved.save(file);
            }
            assertIsLoaded(file, options("6"), exact);
            for (VectorIndexProvider other : others) {
                try (SnapshotableIndex loaded = other.load(file, SPACE, Options.none())) {
                    assertThat(loaded.searchAll(few())).isEqualTo(exact.searchAll(few()));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, 401, 'has 401 rows'",
        "4, -1, 'has 4294967295 rows'",
        "8, 3, 'has 400 rows'",
        "16, 400, 'begins at row 400'",
        "16, -5, 'begins at row'",
        "20, 0, 'begins below its highest level'",
        "20, 9, 'begins at a row of another level'",
        "24, 65, 'claims a level 65'",
        "24, -1, 'claims a level 4294967295'",
        "28, 13, 'claims 13 links'",
        "28, -2147483648, 'claims 2147483648 links'",
        "32, 400, 'links to row 400 of 400'",
        "32, -1, 'links to row 4294967295'"
    })
    void areRefusedIfTheirGraphMakesNoSense(int at, int value, String why) throws IOException {
        Path file = saved();
        SnapshotDamage.change(file, SnapshotFormat.GRAPH, at, value);
        assertThatExceptionOfType(IndexFormatException.class)
                .isThrownBy(() -> new HnswIndexProvider().load(file, SPACE, SMALL_GRAPHS))
                .withMessageContaining("'p'")
                .withMessageContaining(why);
    }

    @Test
    void areRefusedIfAByteOfTheirGraphIsWrongOrMissing() throws IOException {
        Path file = saved();
        SnapshotDamage.assertEachIsRefused(
                file, SnapshotFormat.GRAPH, () -> new HnswIndexProvider().load(file, SPACE, SMALL_GRAPHS));
    }

    private Path saved() {
        Path file = folder.resolve("snapshot.index");
        try (SnapshotableIndex index = new HnswIndexProvider().create(SPACE, SMALL_GRAPHS)) {
            index.upsertAll(entries(SPACE, 0, 400));
            index.save(file);
        }
        return file;
    }

    private static void assertIsLoaded(Path file, Options options, SnapshotableIndex exact) {
        try (SnapshotableIndex loaded = new HnswIndexProvider().load(file, SPACE, options)) {
            assertThat(recall(loaded, exact, queries(SPACE, 50))).isGreaterThan(0.9);
            assertThat(recall(loaded, exact, few())).isBetween(0.3, 0.9999);
        }
    }

    /** Queries that go through a graph, and do not find everything. */
    private static List<IndexQuery> few() {
        return queries(SPACE, 50).stream().map(query -> query.weighing(1)).toList();
    }

    private static Options options(String m) {
        return Options.of(Map.of("exactBelow", "100", "m", m, "efConstruction", "60", "efSearch", "40"));
    }
}
