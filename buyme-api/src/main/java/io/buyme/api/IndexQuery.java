package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A search for the nearest entries.
 *
 * @param embedding to which they should be near
 * @param k how many are wanted, at least 1
 * @param partitions in which to look; empty for all
 * @param filter tells by id which entries may be returned; pure, thread-safe and quick. Its answers are asked for anew in
 *     each call, unless it is a {@link FixedFilter}. Empty for all
 * @param candidates how many entries an approximate index weighs, at least 1 ({@code efSearch} of HNSW): more of them
 *     give better recall and a slower search. Empty for the index's own setting; exact indexes have no use for it
 */
public record IndexQuery(
        Embedding embedding,
        int k,
        Set<String> partitions,
        Optional<Predicate<String>> filter,
        OptionalInt candidates) {

    /** Checks the numbers and copies the partitions. */
    public IndexQuery {
        requireNonNull(embedding, "embedding");
        requireNonNull(filter, "filter");
        partitions = Set.copyOf(partitions);
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
        if (candidates.isPresent() && candidates.getAsInt() < 1) {
            throw new IllegalArgumentException("candidates must be at least 1, got " + candidates.getAsInt());
        }
    }

    /** Makes a query that leaves the number of candidates to the index. */
    public IndexQuery(Embedding embedding, int k, Set<String> partitions, Optional<Predicate<String>> filter) {
        this(embedding, k, partitions, filter, OptionalInt.empty());
    }

    /** Returns a query over all partitions. */
    public static IndexQuery of(Embedding embedding, int k) {
        return new IndexQuery(embedding, k, Set.of(), Optional.empty());
    }

    /** Returns this query, restricted to one partition. */
    public IndexQuery in(String partition) {
        return new IndexQuery(embedding, k, Set.of(partition), filter, candidates);
    }

    /** Returns this query, restricted to the ids that pass: quickest with a {@link FixedFilter} that many queries share. */
    public IndexQuery where(Predicate<String> ids) {
        return new IndexQuery(embedding, k, partitions, Optional.of(ids), candidates);
    }

    /** Returns this query with so many candidates. */
    public IndexQuery weighing(int count) {
        return new IndexQuery(embedding, k, partitions, filter, OptionalInt.of(count));
    }
}
