package io.buyme.train.objective;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Finds the triplets of a batch, and sums up how much each distance counts. */
final class Triplets {

    private final Distances distances;
    private final Mining mining;
    private final double[] slopes;

    Triplets(Distances distances, Mining mining) {
        this.distances = distances;
        this.mining = mining;
        this.slopes = new double[distances.rows() * distances.rows()];
    }

    /** Which rows are positives and which are negatives of an anchor. */
    record Choice(IntPredicate positive, IntPredicate negative) {}

    /** Returns the mean hinge over the triplets of one level; 0 if the batch has none. */
    double mine(double margin, int rows, IntFunction<Choice> choices) {
        double[] level = new double[slopes.length];
        double sum = 0;
        int count = 0;
        for (int anchor = 0; anchor < rows; anchor++) {
            Choice choice = choices.apply(anchor);
            int farthest = mining == Mining.BATCH_HARD ? farthest(anchor, choice.positive) : -1;
            for (int positive = 0; positive < rows; positive++) {
                boolean paired = mining == Mining.BATCH_HARD
                        ? positive == farthest
                        : positive != anchor && choice.positive.test(positive);
                int negative = paired ? negative(anchor, positive, choice.negative) : -1;
                if (negative < 0) {
                    continue;
                }
                count++;
                double hinge = distances.at(anchor, positive) - distances.at(anchor, negative) + margin;
                if (hinge > 0) {
                    sum += hinge;
                    level[anchor * rows + positive]++;
                    level[anchor * rows + negative]--;
                }
            }
        }
        for (int i = 0; count > 0 && i < level.length; i++) {
            slopes[i] += level[i] / count;
        }
        return count == 0 ? 0 : sum / count;
    }

    private int farthest(int anchor, IntPredicate wanted) {
        int farthest = -1;
        for (int row = 0; row < distances.rows(); row++) {
            if (row != anchor
                    && wanted.test(row)
                    && (farthest < 0 || distances.at(anchor, row) > distances.at(anchor, farthest))) {
                farthest = row;
            }
        }
        return farthest;
    }

    private int negative(int anchor, int positive, IntPredicate negative) {
        if (mining == Mining.BATCH_HARD) {
            return nearest(anchor, negative, Double.NEGATIVE_INFINITY);
        }
        int semiHard = nearest(anchor, negative, distances.at(anchor, positive));
        // If all are nearer than the positive, the nearest would make all embeddings collapse into one.
        return semiHard >= 0 ? semiHard : farthest(anchor, negative);
    }

    private int nearest(int anchor, IntPredicate negative, double beyond) {
        int nearest = -1;
        for (int row = 0; row < distances.rows(); row++) {
            if (row != anchor
                    && distances.at(anchor, row) > beyond
                    && negative.test(row)
                    && (nearest < 0 || distances.at(anchor, row) < distances.at(anchor, nearest))) {
                nearest = row;
            }
        }
        return nearest;
    }

    /** Adds the slope of all levels by the embeddings. */
    void addGradient(Matrix embeddings, float[] gradient) {
        int rows = distances.rows();
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != 0) {
                distances.addGradient(embeddings, i / rows, i % rows, slopes[i], gradient);
            }
        }
    }
}
