package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a product was recommended.
 *
 * @param summary one sentence
 * @param shared what article and product have in common, such as {@code dark blue}
 * @param differing what sets them apart, such as {@code striped instead of plain}
 */
public record Explanation(String summary, List<String> shared, List<String> differing) {

    /** Copies the lists. */
    public Explanation {
        requireNonNull(summary, "summary");
        shared = List.copyOf(shared);
        differing = List.copyOf(differing);
    }
}
