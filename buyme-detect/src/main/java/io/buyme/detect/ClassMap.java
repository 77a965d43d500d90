package io.buyme.detect;

import io.buyme.onnx.Tensor;

/** For each cell of a coarse map a value for each class; the largest one wins. One plane of cells a class. */
final class ClassMap {

    private static final double SUM_ERROR = 0.01;
    /** From here down a logit adds less than a millionth. */
    private static final double NEGLIGIBLE = -14;

    private final float[] values;
    private final int classes;
    private final int width;
    private final int height;
    private final int[] winners;

    /**
     * Creates a map.
     *
     * @param values class by class, row by row
     */
    ClassMap(float[] values, int classes, int width, int height) {
        this.values = values;
        this.classes = classes;
        this.width = width;
        this.height = height;
        this.winners = findWinners();
    }

    /** Returns the map in a tensor [1,C,h,w]. */
    static ClassMap of(Tensor tensor) {
        return new ClassMap(tensor.toArray(), tensor.size(1), tensor.size(3), tensor.size(2));
    }

    int classes() {
        return classes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float value(int category, int cell) {
        return values[category * width * height + cell];
    }

    int winner(int cell) {
        return winners[cell];
    }

    /** Returns the number of cells in which some value is no number; the first class wins them unless another can. */
    int broken() {
        int broken = 0;
        for (int cell = 0; cell < width * height; cell++) {
            boolean sound = true;
            for (int c = 0; c < classes; c++) {
                sound &= Float.isFinite(value(c, cell));
            }
            broken += sound ? 0 : 1;
        }
        return broken;
    }

    /**
     * Returns how likely the winner of each cell is: its value if the values of a cell are probabilities already, or else
     * its share after softmax.
     *
     * @param but the class for which it is not needed, such as the background; 0 there
     */
    float[] certainty(int but) {
        boolean probabilities = areProbabilities();
        float[] certainty = new float[winners.length];
        for (int cell = 0; cell < winners.length; cell++) {
            if (winners[cell] != but) {
                float best = value(winners[cell], cell);
                certainty[cell] = probabilities ? best : softmaxOfBest(cell, best);
            }
        }
        return certainty;
    }

    private float softmaxOfBest(int cell, float best) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double below = (double) value(c, cell) - best;
            // A NaN counts, so that it shows.
            sum += below < NEGLIGIBLE ? 0 : Math.exp(below);
        }
        return (float) (1 / sum);
    }

    private boolean areProbabilities() {
        int cells = width * height;
        for (int cell = 0; cell < cells; cell += Math.max(1, cells / 64)) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                float value = value(c, cell);
                if (!(value >= 0 && value <= 1)) {
                    return false;
                }
                sum += value;
            }
            if (Math.abs(sum - 1) > SUM_ERROR) {
                return false;
            }
        }
        return true;
    }

    /** Plane by plane, which is the order in memory. */
    private int[] findWinners() {
        int cells = width * height;
        int[] best = new int[cells];
        for (int c = 1; c < classes; c++) {
            for (int cell = 0; cell < cells; cell++) {
                if (values[c * cells + cell] > values[best[cell] * cells + cell]) {
                    best[cell] = c;
                }
            }
        }
        return best;
    }
}
