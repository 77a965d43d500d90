package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.ids;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static io.buyme.index.IvfData.options;
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

/** Snapshots that hold lists, and perhaps codes. */
class IvfSnapshotTest {

    private static final EmbeddingSpace SPACE = space(Metric.COSINE, 12);
    private static final Options LISTS = options("nprobe", "2");
    private static final Options CODES = options("nprobe", "2", "m", "3", "refine", "2");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void holdListsAndCodesAsTheyWere() throws IOException {
        assertHeld(new IvfFlatIndexProvider(), LISTS);
        assertHeld(new IvfPqIndexProvider(), CODES);
    }

    private void assertHeld(VectorIndexProvider provider, Options options) throws IOException {
        Path first = folder.resolve("first.index");
        Path second = folder.resolve("second.index");
        try (TrainedIndex index = (TrainedIndex) provider.create(SPACE, options)) {
            index.upsertAll(entries(SPACE, 0, 700));
            index.upsertAll(entries(SPACE, 700, 800));
            index.removeAll(ids(100, 350));
            index.save(first);
            try (TrainedIndex loaded = (TrainedIndex) provider.load(first, SPACE, options)) {
                assertThat(loaded.drift()).isEqualTo(index.drift());
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
            try (SnapshotableIndex index = new IvfPqIndexProvider().create(SPACE, CODES)) {
                index.upsertAll(entries(SPACE, 0, 400));
                index.save(folder.resolve(name));
            }
        }
        assertThat(folder.resolve("a")).hasSameBinaryContentAs(folder.resolve("b"));
    }

    @Test
    void areLoadedByAllIndexesFromAllIndexes() {
        Path file = folder.resolve("snapshot.index");
        Map<VectorIndexProvider, Options> providers = Map.of(
                new FlatIndexProvider(), Options.none(),
                new HnswIndexProvider(), Options.of(Map.of("exactBelow", "100")),
                new HnswlibIndexProvider(), Options.none(),
                new IvfFlatIndexProvider(), LISTS,
                new IvfPqIndexProvider(), CODES);
        try (SnapshotableIndex exact = new FlatIndexProvider().create(SPACE, Options.none())) {
            exact.upsertAll(entries(SPACE, 0, 800));
            providers.forEach((writer, options) -> {
                try (SnapshotableIndex saved = writer.create(SPACE, options)) {
                    saved.upsertAll(entries(SPACE, 0, 800));
                    saved.save(file);
                }
                providers.forEach((reader, readerOptions) -> {
                    try (SnapshotableIndex loaded = reader.load(file, SPACE, readerOptions)) {
                        assertThat(loaded.size()).isEqualTo(800);
                        assertThat(recall(loaded, exact, few())).isGreaterThan(0.5);
                        if (loaded instanceof TrainedIndex trained) {
                            assertThat(trained.drift()).containsOnlyKeys("p");
                        }
                    }
                });
            });
        }
    }

    @Test
    void areTrainedAnewIfTheirListsOrCodesAreOfAnotherNumber() {
        Path file = saved();
        try (TrainedIndex loaded = new IvfPqIndexProvider().load(file, SPACE, options("nlist", "7", "m", "3"))) {
            assertThat(loaded.drift().values()).first().matches(drift -> drift.lists() == 7);
        }
        try (TrainedIndex loaded = new IvfPqIndexProvider().load(file, SPACE, options("m", "12", "refine", "1"));
                TrainedIndex coarser = new IvfPqIndexProvider().load(file, SPACE, options("m", "3", "refine", "1"));
                SnapshotableIndex exact = new FlatIndexProvider().load(file, SPACE, Options.none())) {
            assertThat(recall(loaded, exact, few())).isGreaterThan(recall(coarser, exact, few()) + 0.05);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IVFL, 0, 0, 'lists claim to be 0 with 400 rows'",
        "IVFL, 0, -1, 'lists claim to be 4294967295'",
        "IVFL, 0, 2000000000, 'ends in the middle'",
        "IVFL, 4, 399, '399 rows, but the partition has 400'",
        "IVFL, 12, -1, 'negative number'",
        "IVFL, 20, -1, 'negative number'",
        "IVFL, 28, -1, 'negative number'",
        "IVFL, 36, -1, 'negative number'",
        "IVFL, 40, 2143289344, 'not finite'",
        "IVFL, -4, 80, 'in list 80 of 80'",
        "IVFL, -4, -1, 'in list 4294967295 of 80'",
        "IVFQ, 0, 13, '13 parts of 12 dimensions'",
        "IVFQ, 0, 0, '0 parts'",
        "IVFQ, 4, 257, '257 codewords'",
        "IVFQ, 4, 0, '0 codewords'",
        "IVFQ, 4, 200, 'codeword'",
        "IVFQ, 8, 399, '399 rows, but the partition has 400'",
        "IVFQ, 12, 2139095040, 'not finite'"
    })
    void areRefusedIfTheirListsOrCodesMakeNoSense(String tag, int at, int value, String why) throws IOException {
        Path file = saved();
        SnapshotDamage.change(file, tag, at, value);
        assertThatExceptionOfType(IndexFormatException.class)
                .isThrownBy(() -> new IvfPqIndexProvider().load(file, SPACE, CODES))
                .withMessageContaining(why);
    }

    @Test
    void areRefusedIfAByteOfTheirListsIsWrongOrMissing() throws IOException {
        Path file = saved();
        SnapshotDamage.assertEachIsRefused(
                file, SnapshotFormat.LISTS, () -> new IvfPqIndexProvider().load(file, SPACE, CODES));
    }

    private Path saved() {
        Path file = folder.resolve("snapshot.index");
        try (SnapshotableIndex index = new IvfPqIndexProvider().create(SPACE, CODES)) {
            index.upsertAll(entries(SPACE, 0, 400));
            index.save(file);
        }
        return file;
    }

    /** Queries that do not find everything. */
    private static List<IndexQuery> few() {
        return queries(SPACE, 50);
    }
}
