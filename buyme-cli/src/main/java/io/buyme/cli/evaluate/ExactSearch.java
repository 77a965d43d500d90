package io.buyme.cli.evaluate;

import io.buyme.api.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares a query with everything there is, by the metric of the embedder's space. Immutable.
 *
 * @param <S> what is known of an entry
 */
final class ExactSearch<S extends Sample> {

    private final List<Embedded<S>> entries;

    ExactSearch(List<Embedded<S>> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * An entry, and how near it is.
     *
     * @param <S> what is known of an entry
     */
    record Hit<S>(S sample, double similarity) {}

    int size() {
        return entries.size();
    }

    /** Returns all entries that are candidates, nearest first; those equally near in their own order. */
    List<Hit<S>> rank(Embedding query, Predicate<S> candidate) {
        List<Hit<S>> hits = new ArrayList<>(entries.size());
        for (Embedded<S> entry : entries) {
            if (candidate.test(entry.sample())) {
                hits.add(new Hit<>(entry.sample(), query.similarity(entry.embedding())));
            }
        }
        hits.sort(Comparator.comparingDouble((Hit<S> hit) -> hit.similarity()).reversed());
        return hits;
    }
}
