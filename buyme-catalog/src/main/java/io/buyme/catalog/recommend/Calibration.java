package io.buyme.catalog.recommend;

/**
 * Turns totals into probabilities: {@code 1 / (1 + exp(-(slope * total + offset)))} (Platt, "Probabilistic Outputs for
 * Support Vector Machines", 1999). It holds for the weights and the embedder that it was fitted to; which pairs were good
 * matches, and where they came from, is told in the comments of the file (see {@link RankingModel}).
 *
 * @param space id of the embedder's space, such as that of the standard embedder
 * @param slope of the log-odds over the total; above 0, as a better total means a likelier match
 * @param offset of the log-odds
 */
public record Calibration(String space, double slope, double offset) {

    /** Checks the numbers. */
    public Calibration {
        if (space.isBlank()) {
            throw new IllegalArgumentException("a calibration names the embedder's space");
        }
        if (!(slope > 0) || !Double.isFinite(slope + offset)) {
            throw new IllegalArgumentException(
                    "a calibration has a positive slope and a finite offset, got %s and %s".formatted(slope, offset));
        }
    }

    /** Returns the probability, 0 to 1, that a product of this total is a good match. */
    public double probability(double total) {
        return 1 / (1 + Math.exp(-(slope * total + offset)));
    }
}
