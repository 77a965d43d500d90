package io.buyme.cli.bench;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Vectors to compare indexes on, all of the same dimension. Immutable. */
public final class VectorSet {

    private static final int CLUSTERS = 200;
    /** Of a cluster's vectors around its centre; those are spread by 1. */
    private static final double SPREAD = 0.8;

    private final List<float[]> rows;

    private VectorSet(List<float[]> rows) {
        this.rows = rows;
    }

    /**
     * Returns a set of these rows, which are not copied and must not be changed any more.
     *
     * @throws IllegalArgumentException if there are none, or they differ in length
     */
    static VectorSet over(List<float[]> rows) {
        if (rows.isEmpty() || rows.get(0).length == 0) {
            throw new IllegalArgumentException("there are no vectors");
        }
        int dimension = rows.get(0).length;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).length != dimension) {
                throw new IllegalArgumentException(
                        "vector %d has %d numbers, the first has %d".formatted(i, rows.get(i).length, dimension));
            }
        }
        return new VectorSet(List.copyOf(rows));
    }

    /** Returns vectors that lie in clusters, as those of products do. */
    public static VectorSet clustered(int count, int dimension, long seed) {
        Random random = new Random(seed);
        List<float[]> centers = new ArrayList<>();
        for (int i = 0; i < CLUSTERS; i++) {
            centers.add(around(new float[dimension], 1, random));
        }
        List<float[]> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(around(centers.get(random.nextInt(CLUSTERS)), SPREAD, random));
        }
        return over(rows);
    }

    private static float[] around(float[] center, double spread, Random random) {
        float[] row = center.clone();
        for (int i = 0; i < row.length; i++) {
            row[i] += (float) (spread * random.nextGaussian());
        }
        return row;
    }

    /** Returns how many vectors there are, at least one. */
    public int size() {
        return rows.size();
    }

    /** Returns how many numbers each has. */
    public int dimension() {
        return rows.get(0).length;
    }

    /** Returns one vector. */
    Embedding embedding(int index, EmbeddingSpace space) {
        return Embedding.of(space, rows.get(index));
    }

    /** Returns the numbers of one vector, which must not be changed. */
    float[] row(int index) {
        return rows.get(index);
    }

    /** Returns the first vectors, at most so many. */
    public VectorSet first(int most) {
        return new VectorSet(rows.subList(0, Math.min(most, size())));
    }

    /**
     * Takes so many vectors out, drawn by chance.
     *
     * @throws IllegalArgumentException if none would be left
     */
    public Parts split(int queries, long seed) {
        if (queries >= size()) {
            throw new IllegalArgumentException("cannot take %d queries out of %d vectors".formatted(queries, size()));
        }
        List<float[]> mixed = new ArrayList<>(rows);
        Collections.shuffle(mixed, new Random(seed));
        return new Parts(
                new VectorSet(List.copyOf(mixed.subList(queries, mixed.size()))),
                new VectorSet(List.copyOf(mixed.subList(0, queries))));
    }

    /**
     * Vectors to search among, and others to search for.
     *
     * @param base to search among
     * @param queries to search for
     */
    public record Parts(VectorSet base, VectorSet queries) {

        /** Checks that the dimensions agree. */
        public Parts {
            if (base.dimension() != queries.dimension()) {
                throw new IllegalArgumentException("queries have %d numbers, the vectors to search among %d"
                        .formatted(queries.dimension(), base.dimension()));
            }
        }
    }
}
