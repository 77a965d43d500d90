package io.buyme.testkit;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.VectorIndexProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The data that the contract tests of vector indexes share: few, small, and the same on every run. */
abstract class VectorIndexFixture extends StageTck<SnapshotableIndex, VectorIndexProvider> {

    static final int DIMENSION = 7;
    static final EmbeddingSpace SPACE = space(Metric.COSINE);

    @Override
    protected final Class<VectorIndexProvider> providerType() {
        return VectorIndexProvider.class;
    }

    @Override
    protected final SnapshotableIndex create() {
        return provider().create(SPACE, options());
    }

    @Override
    protected final void use(SnapshotableIndex index) {
        index.search(IndexQuery.of(embedding(new Random(1)), 1));
    }

    /** Returns the options for all indexes of the test; by default none. */
    protected Options options() {
        return Options.none();
    }

    /**
     * Returns the share of true neighbours that searches must find: 1 for exact indexes, and by default. Less for
     * approximate ones, whose tie-breaking is then only checked among what they found.
     */
    protected double recallFloor() {
        return 1;
    }

    static EmbeddingSpace space(Metric metric) {
        return new EmbeddingSpace("tck", "1", DIMENSION, metric);
    }

    static Embedding embedding(Random random) {
        return embedding(SPACE, random);
    }

    static Embedding embedding(EmbeddingSpace space, Random random) {
        float[] values = new float[space.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Embedding.of(space, values);
    }

    static IndexEntry entry(String id, String partition, Embedding embedding) {
        return new IndexEntry(id, partition, embedding);
    }

    /** Returns entries that gather around a few centres, as products of a kind do, in three partitions. */
    static List<IndexEntry> clustered(EmbeddingSpace space, int count, long seed) {
        Random random = new Random(seed);
        List<Embedding> centers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            centers.add(embedding(space, random));
        }
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] values = centers.get(random.nextInt(centers.size())).toArray();
            for (int j = 0; j < values.length; j++) {
                values[j] += 0.3f * (float) random.nextGaussian();
            }
            entries.add(entry("item-" + i, "p" + i % 3, Embedding.of(space, values)));
        }
        return entries;
    }

    static List<IndexQuery> queries(EmbeddingSpace space, int count, int k, long seed) {
        return clustered(space, count, seed).stream()
                .map(entry -> IndexQuery.of(entry.embedding(), k))
                .toList();
    }

    /** Answers a query in the plainest way, by comparing it with everything. */
    static List<Neighbor> naiveSearch(Map<String, IndexEntry> entries, IndexQuery query) {
        Comparator<Neighbor> order = Neighbor.BEST_FIRST;
        return entries.values().stream()
                .filter(e -> query.partitions().isEmpty() || query.partitions().contains(e.partition()))
                .filter(e -> query.filter().map(f -> f.test(e.id())).orElse(true))
                .map(e -> new Neighbor(e.id(), (float) query.embedding().similarity(e.embedding())))
                .sorted(order)
                .limit(query.k())
                .toList();
    }

    static List<String> ids(List<Neighbor> neighbors) {
        return neighbors.stream().map(Neighbor::id).toList();
    }
}
