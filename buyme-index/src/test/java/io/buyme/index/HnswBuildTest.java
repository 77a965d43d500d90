package io.buyme.index;

import static io.buyme.index.IndexData.entries;
import static io.buyme.index.IndexData.space;
import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that several threads build. */
class HnswBuildTest {

    private static final EmbeddingSpace SPACE = space(Metric.EUCLIDEAN, 24);

    @ParameterizedTest
    @EnumSource(Metric.class)
    void buildsTheSameGraphWhateverTheNumberOfThreads(Metric metric, @TempDir Path folder) {
        EmbeddingSpace space = space(metric, 24);
        Path one = built(space, 1, folder.resolve("one"));
        assertThat(built(space, 2, folder.resolve("two"))).hasSameBinaryContentAs(one);
        assertThat(built(space, 7, folder.resolve("seven"))).hasSameBinaryContentAs(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void findsEachOfManyNearlyEqualEntriesThatCameTogether(int threads) {
        List<IndexEntry> originals = entries(SPACE, 0, 3000);
        Random random = new Random(8);
        List<IndexEntry> copies = IntStream.range(0, 600)
                .mapToObj(i -> nearlyEqual(originals.get(i / 30), "copy" + i, random))
                .toList();
        try (SnapshotableIndex index = hnsw(SPACE, threads)) {
            index.upsertAll(originals);
            index.upsertAll(copies);
            assertThat(copies)
                    .allSatisfy(copy -> assertThat(index.search(IndexQuery.of(copy.embedding(), 1))
                                    .get(0)
                                    .id())
                            .isEqualTo(copy.id()));
        }
    }

    /** Each of a crowd is nearer to the one in its middle than to any other, which must not be their only way. */
    @Test
    void findsEachOfACrowdAroundOneEntry() {
        EmbeddingSpace space = space(Metric.COSINE, 256);
        List<IndexEntry> middles = entries(space, 0, 20);
        Random random = new Random(4);
        List<IndexEntry> crowd = IntStream.range(0, 6000)
                .mapToObj(i -> around(middles.get(i % 20), "of crowd " + i, random))
                .toList();
        try (SnapshotableIndex index = hnsw(space, 2)) {
            index.upsertAll(middles);
            for (int from = 0; from < crowd.size(); from += 500) {
                index.upsertAll(crowd.subList(from, from + 500));
            }
            long found = crowd.stream()
                    .filter(entry -> index.search(IndexQuery.of(entry.embedding(), 10)).stream()
                            .anyMatch(neighbor -> neighbor.id().equals(entry.id())))
                    .count();
            assertThat(found).isGreaterThan(5900);
        }
    }

    private static IndexEntry around(IndexEntry middle, String id, Random random) {
        EmbeddingSpace space = middle.embedding().space();
        float[] values = middle.embedding().toArray();
        double length = 0;
        for (float value : values) {
            length += value * value;
        }
        double step = 0.3 * Math.sqrt(length / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (step * random.nextGaussian());
        }
        return new IndexEntry(id, middle.partition(), Embedding.of(space, values));
    }

    @Test
    void findsEntriesOfOneBatchInSeveralPartitions() {
        List<IndexEntry> entries = new ArrayList<>();
        for (IndexEntry entry : entries(SPACE, 0, 2000)) {
            entries.add(new IndexEntry(entry.id(), "p" + entries.size() % 3, entry.embedding()));
        }
        try (SnapshotableIndex index = hnsw(SPACE, 3)) {
            index.upsertAll(entries);
            for (IndexEntry entry : entries.subList(0, 200)) {
                IndexQuery query = IndexQuery.of(entry.embedding(), 1).in(entry.partition());
                assertThat(index.search(query).get(0).id()).isEqualTo(entry.id());
            }
        }
    }

    /** Writes in batches, with removals between them. */
    private static Path built(EmbeddingSpace space, int threads, Path file) {
        try (SnapshotableIndex index = hnsw(space, threads)) {
            index.upsertAll(entries(space, 0, 1500));
            index.removeAll(IndexData.ids(200, 500));
            index.upsertAll(entries(space, 1500, 1600));
            index.upsertAll(entries(space, 1600, 1601));
            index.save(file);
        }
        return file;
    }

    private static IndexEntry nearlyEqual(IndexEntry entry, String id, Random random) {
        float[] values = entry.embedding().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (random.nextGaussian() * 1e-3);
        }
        return new IndexEntry(id, entry.partition(), Embedding.of(SPACE, values));
    }

    private static SnapshotableIndex hnsw(EmbeddingSpace space, int threads) {
        return new HnswIndexProvider()
                .create(space, Options.of(Map.of("exactBelow", "100", "threads", Integer.toString(threads))));
    }
}
