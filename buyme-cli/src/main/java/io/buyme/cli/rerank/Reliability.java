package io.buyme.cli.rerank;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.buyme.cli.evaluate.Rounded;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: of the matches called good with a probability of 0.7, seven in ten should be.
 *
 * @param expectedCalibrationError mean over ten equally wide bins of the distance between the mean probability and the
 *     share of good matches, weighed by the matches in the bin (Naeini, Cooper and Hauskrecht 2015)
 * @param brier mean squared distance of the probabilities from 1 for good matches and 0 for others
 * @param matches how many were judged
 * @param good share of good ones among them
 * @param bins from probability 0 to 1
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Reliability(double expectedCalibrationError, double brier, int matches, double good, List<Bin> bins) {

    static final int BINS = 10;

    /** Copies the list. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * The matches of like probability.
     *
     * @param probability mean; 0 if there is no match
     * @param good share of good matches; 0 if there is none
     * @param matches how many
     */
    public record Bin(double probability, double good, int matches) {}

    /** A probability that was told, and the truth. */
    record Told(double probability, boolean good) {}

    static Reliability of(List<Told> told) {
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            int number = i;
            List<Told> in = told.stream()
                    .filter(t -> Math.min(BINS - 1, (int) (t.probability() * BINS)) == number)
                    .toList();
            double probability =
                    in.stream().mapToDouble(Told::probability).average().orElse(0);
            double good = goodShare(in);
            error += Math.abs(probability - good) * in.size();
            bins.add(new Bin(Rounded.share(probability), Rounded.share(good), in.size()));
        }
        double brier = told.stream()
                .mapToDouble(t -> Math.pow(t.probability() - (t.good() ? 1 : 0), 2))
                .average()
                .orElse(0);
        return new Reliability(
                Rounded.share(told.isEmpty() ? 0 : error / told.size()),
                Rounded.share(brier),
                told.size(),
                Rounded.share(goodShare(told)),
                bins);
    }

    private static double goodShare(List<Told> told) {
        return told.stream().mapToDouble(t -> t.good() ? 1 : 0).average().orElse(0);
    }
}
