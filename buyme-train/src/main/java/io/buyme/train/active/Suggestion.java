package io.buyme.train.active;

import static java.util.Objects.requireNonNull;

/**
 * A photo that is worth annotating. All numbers are 0 to 1.
 *
 * @param photo its name
 * @param score how much it is worth it
 * @param disagreement share of the articles that only one of the detectors sees
 * @param doubt how close to one half the scores of the first detector are
 * @param rarity how rare the rarest category that it is likely to show is among the labels
 * @param reason in words, never blank
 */
public record Suggestion(String photo, double score, double disagreement, double doubt, double rarity, String reason) {

    /** Checks that nothing is missing. */
    public Suggestion {
        requireNonNull(photo, "photo");
        requireNonNull(reason, "reason");
    }
}
