package io.buyme.train.objective;

import java.util.Arrays;
import java.util.List;

/**
 * Loss of a map that says for each cell which class it shows: cross-entropy of a softmax, in which rare classes weigh
 * more, and the Dice loss (Milletari et al., "V-Net", 2016) of each class that is in the batch, which counts regions
 * rather than cells. The label of a cell is the number of its class, or -1 where nothing is known: it is then ignored.
 */
public final class PixelLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    /** Keeps the Dice loss of a class of a few cells smooth. */
    private static final double DICE_EPSILON = 8;

    private final float[] classWeights;
    private final double dice;
    private final int firstCounted;
    private final int cells;

    /**
     * Creates the loss.
     *
     * @param classWeights for each class how much its cells count
     * @param dice weight of the Dice loss
     * @param firstCounted the first class of which the Dice loss is computed; those before it are background
     * @param cells of a picture's map
     */
    public PixelLoss(double weight, List<Double> classWeights, double dice, int firstCounted, int cells) {
        super(weight);
        this.classWeights = new float[classWeights.size()];
        for (int i = 0; i < this.classWeights.length; i++) {
            this.classWeights[i] = classWeights.get(i).floatValue();
        }
        this.dice = dice;
        this.firstCounted = firstCounted;
        this.cells = cells;
    }

    @Override
    double examples(int rows) {
        return (double) rows / cells;
    }

    @Override
    double compute(Matrix logits, Matrix labels, float[] gradient) {
        int classes = logits.columns();
        float[] probabilities = gradient;
        double[] overlap = new double[classes];
        double[] total = new double[classes];
        double[] there = new double[classes];
        double entropy = 0;
        double weightSum = 0;
        for (int row = 0; row < logits.rows(); row++) {
            int label = Math.round(labels.at(row, 0));
            if (label < 0) {
                continue;
            }
            softmax(logits, row, probabilities);
            int from = row * classes;
            entropy -= classWeights[label] * Math.log(Math.max(1e-12, probabilities[from + label]));
            weightSum += classWeights[label];
            there[label]++;
            overlap[label] += probabilities[from + label];
            for (int i = 0; i < classes; i++) {
                total[i] += probabilities[from + i];
            }
        }
        if (weightSum == 0) {
            Arrays.fill(gradient, 0);
            return 0;
        }
        Regions regions = new Regions(overlap, total, there);
        slopes(labels, classes, weightSum, regions, gradient);
        return entropy / weightSum + dice * regions.loss();
    }

    private static void softmax(Matrix logits, int row, float[] into) {
        int classes = logits.columns();
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            most = Math.max(most, logits.at(row, i));
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            float value = (float) Math.exp(logits.at(row, i) - most);
            into[row * classes + i] = value;
            sum += value;
        }
        float share = (float) (1 / sum);
        for (int i = 0; i < classes; i++) {
            into[row * classes + i] *= share;
        }
    }

    /** Turns probabilities into the slopes of the loss by the logits, in place. */
    private void slopes(Matrix labels, int classes, double weightSum, Regions regions, float[] values) {
        double[] byProbability = new double[classes];
        for (int row = 0; row < labels.rows(); row++) {
            int label = Math.round(labels.at(row, 0));
            int from = row * classes;
            if (label < 0) {
                Arrays.fill(values, from, from + classes, 0);
                continue;
            }
            double mean = 0;
            for (int i = 0; i < classes; i++) {
                byProbability[i] = dice * regions.slope(i, i == label);
                mean += byProbability[i] * values[from + i];
            }
            double share = classWeights[label] / weightSum;
            for (int i = 0; i < classes; i++) {
                double probability = values[from + i];
                double ofEntropy = share * (probability - (i == label ? 1 : 0));
                values[from + i] = (float) (ofEntropy + probability * (byProbability[i] - mean));
            }
        }
    }

    @Override
    public String name() {
        return "pixels";
    }

    /** The Dice loss of the classes in a batch. */
    private final class Regions {

        private final double[] overlap;
        private final double[] size;
        private final boolean[] counted;
        private final int count;

        Regions(double[] overlap, double[] total, double[] there) {
            this.overlap = overlap;
            this.size = new double[total.length];
            this.counted = new boolean[total.length];
            int found = 0;
            for (int i = firstCounted; i < total.length; i++) {
                size[i] = total[i] + there[i] + DICE_EPSILON;
                counted[i] = there[i] > 0;
                found += counted[i] ? 1 : 0;
            }
            this.count = Math.max(1, found);
        }

        double loss() {
            double sum = 0;
            for (int i = 0; i < size.length; i++) {
                sum += counted[i] ? 1 - (2 * overlap[i] + DICE_EPSILON) / size[i] : 0;
            }
            return sum / count;
        }

        /** Slope of the loss by the probability of a class in a cell that shows it, or does not. */
        double slope(int index, boolean shown) {
            if (!counted[index]) {
                return 0;
            }
            double quotient = (2 * overlap[index] + DICE_EPSILON) / size[index];
            return (quotient - (shown ? 2 : 0)) / size[index] / count;
        }
    }
}
