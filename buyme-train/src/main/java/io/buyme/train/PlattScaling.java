package io.buyme.train;

import java.util.List;

/**
 * Turns logits into probabilities that mean what they say: sigmoid(a * logit + b), fitted to pictures not learned from
 * (Platt 1999, with Newton's method and targets after Lin, Lin and Weng 2007).
 *
 * @param a factor
 * @param b constant
 */
record PlattScaling(double a, double b) {

    /** Leaves logits as they are. */
    static final PlattScaling NONE = new PlattScaling(1, 0);

    private static final int ENOUGH = 5;
    private static final int STEPS = 50;
    /** Keeps the factor near 1 where there is little to fit it to. */
    private static final double PRIOR = 1;

    /** A logit and whether the tag was there. */
    record Seen(double logit, boolean present) {}

    /** Fits the two numbers; with fewer than five pictures of either kind they would mean nothing. */
    static PlattScaling fit(List<Seen> seen) {
        long positives = seen.stream().filter(Seen::present).count();
        long negatives = seen.size() - positives;
        if (positives < ENOUGH || negatives < ENOUGH) {
            return NONE;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (negatives + 2.0);
        PlattScaling scaling = NONE;
        for (int i = 0; i < STEPS; i++) {
            scaling = scaling.step(seen, high, low);
        }
        // A tag that gets less likely the higher its logit was not learned.
        return Double.isFinite(scaling.a + scaling.b) && scaling.a > 0 ? scaling : NONE;
    }

    private PlattScaling step(List<Seen> seen, double high, double low) {
        double slopeA = PRIOR * (a - 1);
        double slopeB = 0;
        double curveAa = PRIOR;
        double curveAb = 0;
        double curveBb = 1e-6;
        for (Seen one : seen) {
            double probability = probability(one.logit);
            double difference = probability - (one.present ? high : low);
            double spread = probability * (1 - probability);
            slopeA += difference * one.logit;
            slopeB += difference;
            curveAa += spread * one.logit * one.logit;
            curveAb += spread * one.logit;
            curveBb += spread;
        }
        double determinant = curveAa * curveBb - curveAb * curveAb;
        double stepA = (slopeA * curveBb - slopeB * curveAb) / determinant;
        double stepB = (slopeB * curveAa - slopeA * curveAb) / determinant;
        // Half steps stay on the safe side of a minimum that Newton's method might overshoot.
        double damping = Math.min(1, 2 / Math.max(1e-9, Math.hypot(stepA, stepB)));
        return new PlattScaling(a - damping * stepA, b - damping * stepB);
    }

    double probability(double logit) {
        return 1 / (1 + Math.exp(-(a * logit + b)));
    }
}
