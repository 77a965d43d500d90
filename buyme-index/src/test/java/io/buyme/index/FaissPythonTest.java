package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.queries;
import static io.buyme.index.IndexData.recall;
import static io.buyme.index.IndexData.space;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that FAISS itself writes, and files that it reads. Skipped where there is no Python with FAISS. */
class FaissPythonTest {

    private static final int DIMENSION = 16;
    private static final int ROWS = 3000;
    private static final int QUERIES = 40;
    private static final Options GRAPH = Options.of(Map.of("m", "8", "exactBelow", "1"));
    private static final Options CODES = Options.of(Map.of("m", "8", "nprobe", "6", "nlist", "20", "exactBelow", "1"));

    private static Optional<FaissPython> python = Optional.empty();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void startPython() {
        python = FaissPython.start();
    }

    @AfterAll
    static void stopPython() {
        python.ifPresent(FaissPython::close);
    }

    @BeforeEach
    void needsPython() {
        Assumptions.assumeTrue(python.isPresent(), "no python3 with faiss (Debian: python3-faiss)");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void flatIndexesComeAcross(Metric metric) throws IOException {
        EmbeddingSpace space = written(metric, "index = faiss.IndexFlat(d, metric); index.add(base)");
        FaissIndex read = FaissFiles.read(file());
        assertThat(read.kind()).isEqualTo(FaissKind.FLAT);
        assertThat(read.isExact()).isTrue();
        assertThat(read.metric()).isEqualTo(metric == Metric.EUCLIDEAN ? Metric.EUCLIDEAN : Metric.DOT);
        assertHoldsTheVectors(read, space);
        assertThat(read.id(77)).isEqualTo(77);
    }

    @Test
    void numbersOfAnIdMapComeAcross() throws IOException {
        for (String map : List.of("IndexIDMap", "IndexIDMap2")) {
            EmbeddingSpace space = written(
                    Metric.EUCLIDEAN,
                    "flat = faiss.IndexFlatL2(d); index = faiss.%s(flat)\n".formatted(map)
                            + "index.add_with_ids(base, np.arange(len(base)) * 3 + 10**12)");
            FaissIndex read = FaissFiles.read(file());
            assertHoldsTheVectors(read, space);
            assertThat(read.id(77)).isEqualTo(1_000_000_000_231L);
            assertThat(read.entries(space, "p", id -> "x" + id).get(1).id()).isEqualTo("x1000000000003");
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void graphsComeAcross(Metric metric) throws IOException {
        EmbeddingSpace space = written(metric, "index = faiss.IndexHNSWFlat(d, 8, metric); index.add(base)");
        FaissIndex read = FaissFiles.read(file());
        assertThat(read.kind()).isEqualTo(FaissKind.HNSW);
        assertHoldsTheVectors(read, space);
        Path snapshot = folder.resolve("snapshot.index");
        FaissFiles.toSnapshot(file(), space, "p", id -> "id" + id, snapshot);
        // With the least care in building: a graph of our own would find less than half.
        Options options = Options.of(Map.of("m", "8", "exactBelow", "1", "efSearch", "40", "efConstruction", "8"));
        try (SnapshotableIndex hnsw = new HnswIndexProvider().load(snapshot, space, options);
                SnapshotableIndex exact = exact(space)) {
            assertThat(recall(hnsw, exact, queries(space, QUERIES))).isGreaterThan(metric == Metric.DOT ? 0.7 : 0.9);
            Path again = folder.resolve("again.index");
            hnsw.save(again);
            assertThat(again).hasSameBinaryContentAs(snapshot);
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void codesComeAcross(Metric metric) throws IOException {
        EmbeddingSpace space = written(metric, """
                quantizer = faiss.IndexFlat(d, metric)
                index = faiss.IndexIVFPQ(quantizer, d, 20, 8, 8, metric)
                index.train(base); index.add(base); index.nprobe = 20
                index.make_direct_map()
                index.reconstruct_n(0, len(base)).astype('<f4').tofile(folder + 'decoded')
                index.search(query, 10)[1].astype('<i8').tofile(folder + 'found')
                """);
        FaissIndex read = FaissFiles.read(file());
        assertThat(read.kind()).isEqualTo(FaissKind.IVF_PQ);
        assertThat(read.isExact()).isFalse();
        List<float[]> decoded = FaissPython.readFloats(folder.resolve("decoded"), DIMENSION);
        assertThat(read.size()).isEqualTo(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(read.vector(i)).usingComparatorWithPrecision(1e-5f).containsExactly(decoded.get(i));
        }
        assertIsLoadedAndFindsWhatFaissFinds(space, "found");
    }

    private void assertIsLoadedAndFindsWhatFaissFinds(EmbeddingSpace space, String found) throws IOException {
        Path snapshot = folder.resolve("snapshot.index");
        FaissFiles.toSnapshot(file(), space, "p", id -> "id" + id, snapshot);
        Options options = Options.of(Map.of("m", "8", "nprobe", "20", "nlist", "20", "exactBelow", "1"));
        try (TrainedIndex coded = new IvfPqIndexProvider().load(snapshot, space, options);
                TrainedIndex listed = new IvfFlatIndexProvider().load(snapshot, space, Options.none())) {
            assertThat(coded.drift().get("p")).matches(drift -> drift.lists() == 20);
            assertThat(listed.drift()).containsOnlyKeys("p");
            // Under the cosine, what codes stand for is made one long again, which FAISS does not do.
            assertThat(agreement(coded, FaissPython.readLongs(folder.resolve(found), 10)))
                    .isGreaterThan(space.metric() == Metric.COSINE ? 0.75 : 0.97);
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void faissReadsFlatIndexes(Metric metric) throws IOException {
        EmbeddingSpace space = space(metric, DIMENSION);
        assertThat(agreement(space, FaissKind.FLAT, Options.none(), "")).isGreaterThan(0.995);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void faissReadsGraphs(Metric metric) throws IOException {
        EmbeddingSpace space = space(metric, DIMENSION);
        assertThat(agreement(space, FaissKind.HNSW, GRAPH, "index.hnsw.efSearch = 60"))
                .isGreaterThan(metric == Metric.DOT ? 0.8 : 0.95);
    }

    /** As many lists as a search of ours would look into, and codes without refinement. */
    @ParameterizedTest
    @EnumSource(Metric.class)
    void faissReadsCodes(Metric metric) throws IOException {
        EmbeddingSpace space = space(metric, DIMENSION);
        double faiss = agreement(space, FaissKind.IVF_PQ, CODES, "assert index.nprobe == 6 and index.nlist == 20");
        Options unrefined =
                Options.of(Map.of("m", "8", "nprobe", "6", "nlist", "20", "exactBelow", "1", "refine", "1"));
        try (SnapshotableIndex ours = new IvfPqIndexProvider().load(folder.resolve("snapshot"), space, unrefined);
                SnapshotableIndex exact = exact(space)) {
            assertThat(faiss).isCloseTo(recall(ours, exact, queries(space, QUERIES)), within(0.03));
        }
    }

    /** Returns the share of what an exact index finds that FAISS finds, too, in a file of ours. */
    private double agreement(EmbeddingSpace space, FaissKind kind, Options options, String settings)
            throws IOException {
        try (SnapshotableIndex exact = exact(space)) {
            exact.save(folder.resolve("snapshot"));
            List<String> ids = FaissFiles.fromSnapshot(folder.resolve("snapshot"), space, "p", kind, options, file());
            assertThat(ids).hasSize(ROWS).contains("id7");
            FaissPython.writeFloats(folder.resolve("query"), vectors(queries(space, QUERIES)));
            python.orElseThrow().run(folder, """
                            index = faiss.read_index(folder + 'faiss')
                            %s
                            assert index.ntotal == %d and index.d == %d
                            query = np.fromfile(folder + 'query', dtype='<f4').reshape(-1, index.d)
                            index.search(query, 10)[1].astype('<i8').tofile(folder + 'found')
                            faiss.write_index(index, folder + 'again')
                            """.formatted(settings, ROWS, DIMENSION));
            assertThat(FaissFiles.read(folder.resolve("again")).vector(5))
                    .isEqualTo(FaissFiles.read(file()).vector(5));
            List<List<Long>> found = FaissPython.readLongs(folder.resolve("found"), 10);
            assertThat(ids).isEqualTo(IndexData.ids(0, ROWS));
            return agreement(exact, found);
        }
    }

    private static double agreement(SnapshotableIndex index, List<List<Long>> found) {
        int hits = 0;
        List<IndexQuery> queries = queries(index.space(), QUERIES);
        for (int i = 0; i < QUERIES; i++) {
            List<String> theirs = found.get(i).stream().map(id -> "id" + id).toList();
            hits += (int) index.search(queries.get(i)).stream()
                    .filter(neighbor -> theirs.contains(neighbor.id()))
                    .count();
        }
        return hits / (10.0 * QUERIES);
    }

    private EmbeddingSpace written(Metric metric, String script) throws IOException {
        EmbeddingSpace space = space(metric, DIMENSION);
        FaissPython.writeFloats(
                folder.resolve("base"),
                entries(space, 0, ROWS).stream()
                        .map(IndexEntry::embedding)
                        .map(Vectors::stored)
                        .toList());
        FaissPython.writeFloats(folder.resolve("query"), vectors(queries(space, QUERIES)));
        String metricName = metric == Metric.EUCLIDEAN ? "METRIC_L2" : "METRIC_INNER_PRODUCT";
        String before = """
                d = %d; metric = faiss.%s
                base = np.fromfile(folder + 'base', dtype='<f4').reshape(-1, d)
                query = np.fromfile(folder + 'query', dtype='<f4').reshape(-1, d)
                """.formatted(DIMENSION, metricName);
        python.orElseThrow().run(folder, before + script + "\nfaiss.write_index(index, folder + 'faiss')\n");
        return space;
    }

    private static List<float[]> vectors(List<IndexQuery> queries) {
        return queries.stream().map(IndexQuery::embedding).map(Vectors::stored).toList();
    }

    private static void assertHoldsTheVectors(FaissIndex read, EmbeddingSpace space) {
        List<IndexEntry> wanted = new ArrayList<>(entries(space, 0, ROWS));
        assertThat(read.size()).isEqualTo(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(read.vector(i)).isEqualTo(Vectors.stored(wanted.get(i).embedding()));
        }
    }

    private static SnapshotableIndex exact(EmbeddingSpace space) {
        SnapshotableIndex exact = new FlatIndexProvider().create(space, Options.none());
        exact.upsertAll(entries(space, 0, ROWS));
        return exact;
    }

    private Path file() {
        return folder.resolve("faiss");
    }
}
