package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * An entry that a search found.
 *
 * @param id of the entry
 * @param score similarity by the metric of the index; larger is closer
 */
public record Neighbor(String id, float score) {

    /** Best first; equal scores by id, so that results are the same on every run. */
    public static final Comparator<Neighbor> BEST_FIRST =
            Comparator.comparing(Neighbor::score, Comparator.reverseOrder()).thenComparing(Neighbor::id);

    /** Checks that an id is there. */
    public Neighbor {
        requireNonNull(id, "id");
    }
}
