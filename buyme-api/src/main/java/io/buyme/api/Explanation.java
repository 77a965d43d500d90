package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Why a product was recommended.
 *
 * @param summary one sentence
 * @param shared what article and product have in common, such as {@code dark blue}
 * @param differing what sets the product apart, such as {@code striped instead of plain} or {@code sleeves are shorter}
 * @param colors dominant colours side by side, those of the largest shares first
 */
public record Explanation(String summary, List<String> shared, List<String> differing, List<ColorPair> colors) {

    /** Copies the lists. */
    public Explanation {
        requireNonNull(summary, "summary");
        shared = List.copyOf(shared);
        differing = List.copyOf(differing);
        colors = List.copyOf(colors);
    }

    /** Makes an explanation without colours. */
    public Explanation(String summary, List<String> shared, List<String> differing) {
        this(summary, shared, differing, List.of());
    }
}
