package io.buyme.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.buyme.api.BuyMeException;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages files of all kinds in ways that reach as much of their readers as possible. Whatever a file holds, it is
 * refused with a {@link BuyMeException}, or an index is made of it that can be searched.
 */
class IndexFileFuzz {

    private static final int DIMENSION = 4;
    private static final EmbeddingSpace SPACE = new EmbeddingSpace("fuzz", "1", DIMENSION, Metric.EUCLIDEAN);
    private static final long LONGEST_NANOS = 10_000_000_000L;
    private static final List<Original> ORIGINALS = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void saveOriginals() throws IOException {
        Options graphs = Options.of(Map.of("exactBelow", "8", "m", "3", "efConstruction", "8"));
        add(new HnswIndexProvider(), graphs, Optional.of(FaissKind.HNSW));
        add(new FlatIndexProvider(), Options.none(), Optional.of(FaissKind.FLAT));
        Options lists = Options.of(Map.of("exactBelow", "8", "nlist", "3"));
        add(new IvfFlatIndexProvider(), lists, Optional.empty());
        Options codes = Options.of(Map.of("exactBelow", "8", "nlist", "3", "m", "2"));
        add(new IvfPqIndexProvider(), codes, Optional.of(FaissKind.IVF_PQ));
    }

    @FuzzTest(maxDuration = "3m")
    void loadsOrRefusesDamagedFiles(FuzzedDataProvider data) throws IOException {
        Original original = data.pickValue(ORIGINALS);
        Path file = folder.resolve("damaged");
        Files.write(
                file,
                original.isSnapshot() ? Damage.ofSnapshot(original.content, data) : Damage.of(original.content, data));
        long start = System.nanoTime();
        try {
            original.load(file);
        } catch (BuyMeException e) {
            assertThat(e).message().isNotBlank();
        }
        assertThat(System.nanoTime() - start).isLessThan(LONGEST_NANOS);
    }

    private static void add(VectorIndexProvider provider, Options options, Optional<FaissKind> faiss)
            throws IOException {
        Path file = folder.resolve("original");
        try (SnapshotableIndex index = provider.create(SPACE, options)) {
            index.upsertAll(entries());
            index.save(file);
        }
        ORIGINALS.add(new Original(provider, options, true, Files.readAllBytes(file)));
        if (faiss.isPresent()) {
            Path foreign = folder.resolve("foreign");
            FaissFiles.fromSnapshot(file, SPACE, "p", faiss.get(), options, foreign);
            ORIGINALS.add(new Original(provider, options, false, Files.readAllBytes(foreign)));
        }
    }

    private static List<IndexEntry> entries() {
        Random random = new Random(1);
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            float[] values = {random.nextFloat(), random.nextFloat(), random.nextFloat(), random.nextFloat()};
            entries.add(new IndexEntry("id" + i, i < 20 ? "p" : "q", Embedding.of(SPACE, values)));
        }
        return entries;
    }

    /** A good file. */
    private static final class Original {

        private final VectorIndexProvider provider;
        private final Options options;
        private final boolean snapshot;
        private final byte[] content;

        Original(VectorIndexProvider provider, Options options, boolean snapshot, byte[] content) {
            this.provider = provider;
            this.options = options;
            this.snapshot = snapshot;
            this.content = content;
        }

        boolean isSnapshot() {
            return snapshot;
        }

        void load(Path file) {
            if (!snapshot) {
                FaissIndex read = FaissFiles.read(file);
                assertThat(read.size()).isNotNegative();
                return;
            }
            try (SnapshotableIndex index = provider.load(file, SPACE, options)) {
                IndexQuery query = IndexQuery.of(Embedding.of(SPACE, .5f, .5f, .5f, .5f), 5);
                assertThat(index.search(query)).allSatisfy(neighbor -> {
                    assertThat(index.contains(neighbor.id())).as(neighbor.id()).isTrue();
                    assertThat(neighbor.score()).isNotNaN();
                });
            }
        }
    }
}
