package io.buyme.train.active;

/**
 * How much each sign counts for the score of a photo.
 *
 * @param disagreement of the detectors on what is there
 * @param doubt of the first detector about what it found
 * @param rarity of what it found among the labels so far
 */
public record Shares(double disagreement, double doubt, double rarity) {

    /** Checks the ranges. */
    public Shares {
        if (!(disagreement >= 0 && doubt >= 0 && rarity >= 0 && disagreement + doubt + rarity > 0)) {
            throw new IllegalArgumentException("shares must not be negative, and not all zero; got %s, %s, %s"
                    .formatted(disagreement, doubt, rarity));
        }
    }

    /** Returns 0.2 for disagreement, 0.3 for doubt and 0.5 for rarity. */
    public static Shares standard() {
        return new Shares(0.2, 0.3, 0.5);
    }

    double of(double disagreeing, double doubtful, double rare) {
        double sum = disagreement * disagreeing + doubt * doubtful + rarity * rare;
        return sum / (disagreement + doubt + rarity);
    }
}
