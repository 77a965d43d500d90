package io.buyme.index;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexEntry;
import io.buyme.api.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a file of FAISS holds: vectors with numbers, in the order in which they lie in the file. Immutable. */
public final class FaissIndex {

    private final FaissKind kind;
    private final Metric metric;
    private final float[][] vectors;
    private final long[] ids;
    private final @Nullable FaissGraph graph;
    private final @Nullable FaissCodes codes;

    private FaissIndex(
            FaissKind kind,
            Metric metric,
            float[][] vectors,
            long[] ids,
            @Nullable FaissGraph graph,
            @Nullable FaissCodes codes) {
        this.kind = kind;
        this.metric = metric;
        this.vectors = vectors;
        this.ids = ids;
        this.graph = graph;
        this.codes = codes;
    }

    static FaissIndex flat(Metric metric, float[][] vectors) {
        return new FaissIndex(FaissKind.FLAT, metric, vectors, positions(vectors.length), null, null);
    }

    static FaissIndex graph(FaissIndex storage, FaissGraph graph) {
        return new FaissIndex(FaissKind.HNSW, storage.metric, storage.vectors, storage.ids, graph, null);
    }

    static FaissIndex codes(Metric metric, FaissCodes codes, long[] ids) {
        float[][] vectors =
                IntStream.range(0, ids.length).mapToObj(codes::decoded).toArray(float[][]::new);
        return new FaissIndex(FaissKind.IVF_PQ, metric, vectors, ids, null, codes);
    }

    /** Returns this index with other numbers. */
    FaissIndex numbered(long[] newIds) {
        return new FaissIndex(kind, metric, vectors, newIds, graph, codes);
    }

    private static long[] positions(int count) {
        return IntStream.range(0, count).asLongStream().toArray();
    }

    /** Returns what kind of index was read. */
    public FaissKind kind() {
        return kind;
    }

    /** Returns {@link Metric#EUCLIDEAN} or {@link Metric#DOT}; FAISS has no cosine but that of unit vectors. */
    public Metric metric() {
        return metric;
    }

    /** Tells whether the vectors are those that FAISS was given, rather than what its codes stand for. */
    public boolean isExact() {
        return kind != FaissKind.IVF_PQ;
    }

    /** Returns the number of vectors. */
    public int size() {
        return vectors.length;
    }

    /** Returns the number that FAISS's searches give back for a vector: its position, unless ids were given. */
    public long id(int position) {
        return ids[position];
    }

    /** Returns a copy of a vector. */
    public float[] vector(int position) {
        return vectors[position].clone();
    }

    /**
     * Returns all vectors as entries.
     *
     * @param space of the entries; under the cosine, vectors of any length and metric will do
     * @param partition of the entries
     * @param names gives each of FAISS's numbers an id; {@code Long::toString} if nothing else is known
     * @throws IllegalArgumentException if the space has another dimension or metric, two names are the same, or a vector
     *     cannot be one of the space
     */
    public List<IndexEntry> entries(EmbeddingSpace space, String partition, LongFunction<String> names) {
        requireFits(space);
        Set<String> seen = new HashSet<>();
        List<IndexEntry> entries = new ArrayList<>(vectors.length);
        for (int i = 0; i < vectors.length; i++) {
            String name = requireNonNull(names.apply(ids[i]), "name");
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "two vectors are called '%s', one of which has number %d; give each its own name"
                                .formatted(name, ids[i]));
            }
            entries.add(new IndexEntry(name, partition, Embedding.of(space, vectors[i])));
        }
        return entries;
    }

    Optional<FaissGraph> graph() {
        return Optional.ofNullable(graph);
    }

    Optional<FaissCodes> codes() {
        return Optional.ofNullable(codes);
    }

    private void requireFits(EmbeddingSpace space) {
        boolean sameMetric = space.metric() == Metric.COSINE || space.metric() == metric;
        boolean sameDimension = vectors.length == 0 || vectors[0].length == space.dimension();
        if (!sameMetric || !sameDimension) {
            throw new IllegalArgumentException("space %s does not fit vectors of dimension %d that are compared by %s"
                    .formatted(space.id(), vectors.length == 0 ? 0 : vectors[0].length, metric));
        }
    }
}
