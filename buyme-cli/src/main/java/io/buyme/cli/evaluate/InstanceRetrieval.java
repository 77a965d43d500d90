package io.buyme.cli.evaluate;

import io.buyme.api.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Searches for one certain thing at a time, and counts how often it is found. For one run, by one thread.
 *
 * @param <S> what is known of an entry
 */
final class InstanceRetrieval<S extends Sample> {

    private final ExactSearch<S> gallery;
    private final List<Ranking> all = new ArrayList<>();
    private final Map<String, List<Ranking>> byGroup = new TreeMap<>();

    InstanceRetrieval(List<Embedded<S>> gallery) {
        this.gallery = new ExactSearch<>(gallery);
    }

    /**
     * Searches. A query whose answer is not in the gallery, because its picture could not be read, does not count.
     *
     * @param group by which results are also counted
     * @param candidate what may be found
     * @param right what is to be found
     * @return whether it counts
     */
    boolean search(String group, Embedding query, Predicate<S> candidate, Predicate<S> right) {
        Ranking ranking = Ranking.of(gallery.rank(query, candidate), hit -> right.test(hit.sample()));
        if (ranking.hasAnswer()) {
            all.add(ranking);
            byGroup.computeIfAbsent(group, name -> new ArrayList<>()).add(ranking);
        }
        return ranking.hasAnswer();
    }

    Recall overall() {
        return Recall.of(all);
    }

    Map<String, Recall> byGroup() {
        Map<String, Recall> recalls = new TreeMap<>();
        byGroup.forEach((name, rankings) -> recalls.put(name, Recall.of(rankings)));
        return recalls;
    }
}
