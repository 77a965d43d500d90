package io.buyme.api;

import static java.util.Objects.requireNonNull;

/**
 * A box as a detector's network or rule gave it, before any of them was merged or dropped, and what became of it.
 *
 * @param article as the detector saw it
 * @param fate what became of it
 * @param reason in words, never blank, such as {@code score 0.12 is below 0.30}, {@code overlaps pants 0.91 by IoU 0.83}
 *     or {@code worn over top 0.88: both kept}
 */
public record DetectedBox(Article article, Fate fate, String reason) {

    /** What becomes of a box. */
    public enum Fate {
        /** It is an article of the detection. */
        KEPT,
        /** It is a part of an article, such as one shoe of a pair. */
        MERGED,
        /** It is in no article. */
        DROPPED
    }

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if the reason is blank
     */
    public DetectedBox {
        requireNonNull(article, "article");
        requireNonNull(fate, "fate");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("no reason why %s is %s".formatted(article, fate));
        }
    }

    /** Returns a box that became an article. */
    public static DetectedBox kept(Article article, String reason) {
        return new DetectedBox(article, Fate.KEPT, reason);
    }

    /** Returns a box that became a part of an article. */
    public static DetectedBox merged(Article article, String reason) {
        return new DetectedBox(article, Fate.MERGED, reason);
    }

    /** Returns a box that became nothing. */
    public static DetectedBox dropped(Article article, String reason) {
        return new DetectedBox(article, Fate.DROPPED, reason);
    }
}
