package io.buyme.train.rerank;

import java.util.List;

/**
 * The line of log-odds over totals that makes probabilities of totals (Platt 1999), by Newton's method; with the targets
 * of Lin, Lin and Weng (2007) where the outcome is known.
 *
 * @param slope of the log-odds
 * @param offset of the log-odds
 */
public record ProbabilityFit(double slope, double offset) {

    private static final int STEPS = 100;
    /** Keeps the curve defined where nothing is left to learn. */
    private static final double RIDGE = 1e-6;

    /**
     * A total, and how likely it turned out to be good.
     *
     * @param total weighted sum of the signals
     * @param target 1 if it was good, 0 if not, or a probability in between
     */
    public record Outcome(double total, double target) {}

    /** Fits to outcomes of 1 and 0. Their targets stay a little off both, so that few outcomes do not make anything sure. */
    public static ProbabilityFit ofLabels(List<Outcome> outcomes) {
        long good = outcomes.stream().filter(outcome -> outcome.target() >= 0.5).count();
        double high = (good + 1.0) / (good + 2.0);
        double low = 1 / (outcomes.size() - good + 2.0);
        return ofTargets(outcomes.stream()
                .map(outcome -> new Outcome(outcome.total(), outcome.target() >= 0.5 ? high : low))
                .toList());
    }

    /** Fits to targets as they are. */
    public static ProbabilityFit ofTargets(List<Outcome> outcomes) {
        ProbabilityFit fit = new ProbabilityFit(0, 0);
        for (int i = 0; i < STEPS; i++) {
            fit = fit.step(outcomes);
        }
        return fit;
    }

    /** Returns the probability of a total, 0 to 1. */
    public double probability(double total) {
        return 1 / (1 + Math.exp(-(slope * total + offset)));
    }

    private ProbabilityFit step(List<Outcome> outcomes) {
        double gradientA = 0;
        double gradientB = 0;
        double curveAa = RIDGE;
        double curveAb = 0;
        double curveBb = RIDGE;
        for (Outcome outcome : outcomes) {
            double probability = probability(outcome.total());
            double error = probability - outcome.target();
            double spread = probability * (1 - probability);
            gradientA += error * outcome.total();
            gradientB += error;
            curveAa += spread * outcome.total() * outcome.total();
            curveAb += spread * outcome.total();
            curveBb += spread;
        }
        double determinant = curveAa * curveBb - curveAb * curveAb;
        double stepA = (gradientA * curveBb - gradientB * curveAb) / determinant;
        double stepB = (gradientB * curveAa - gradientA * curveAb) / determinant;
        double damping = Math.min(1, 2 / Math.max(1e-9, Math.hypot(stepA, stepB)));
        return new ProbabilityFit(slope - damping * stepA, offset - damping * stepB);
    }
}
