package io.buyme.index;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Vectors that gather around centers, as those of products do, and what tests ask of indexes with them. */
final class IndexData {

    private static final int CENTERS = 20;

    private IndexData() {}

    static EmbeddingSpace space(Metric metric, int dimension) {
        return new EmbeddingSpace("test", "1", dimension, metric);
    }

    /** Returns the vector of a number: always the same. */
    static Embedding vector(EmbeddingSpace space, long number) {
        Random random = random(number);
        Random center = new Random(random.nextInt(CENTERS));
        float[] values = new float[space.dimension()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (center.nextGaussian() + 0.5 * random.nextGaussian());
        }
        return Embedding.of(space, values);
    }

    /** Returns which center the vector of a number is near to, of twenty. */
    static int center(long number) {
        return random(number).nextInt(CENTERS);
    }

    private static Random random(long number) {
        return new Random(number * 7919 + 13);
    }

    static List<IndexEntry> entries(EmbeddingSpace space, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new IndexEntry("id" + i, "p", vector(space, i)))
                .toList();
    }

    static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "id" + i).toList();
    }

    static List<IndexQuery> queries(EmbeddingSpace space, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> IndexQuery.of(vector(space, -1 - i), 10))
                .toList();
    }

    /** Returns the share of what an exact index finds that another one finds, too. */
    static double recall(SnapshotableIndex index, SnapshotableIndex exact, List<IndexQuery> queries) {
        List<List<Neighbor>> wanted = exact.searchAll(queries);
        List<List<Neighbor>> found = index.searchAll(queries);
        int hits = 0;
        int all = 0;
        for (int i = 0; i < queries.size(); i++) {
            Set<Neighbor> expected = new HashSet<>(wanted.get(i));
            hits += (int) found.get(i).stream().filter(expected::contains).count();
            all += expected.size();
        }
        return (double) hits / all;
    }
}
