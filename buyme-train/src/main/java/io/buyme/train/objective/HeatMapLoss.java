package io.buyme.train.objective;

/**
 * Squared error of heat maps, in units of what a map without any heat would have: 1 for a network that says nothing. Labels
 * are the heat that is wanted, or negative where nothing is known: that is then ignored.
 */
public final class HeatMapLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private final int cells;
    private final double energy;

    /**
     * Creates the loss.
     *
     * @param cells of a map
     * @param sigma of the Gaussian in a map, in cells
     */
    public HeatMapLoss(int cells, double sigma) {
        super(1);
        this.cells = cells;
        // The integral of the square of exp(-(x^2 + y^2) / (2 sigma^2)).
        this.energy = Math.PI * sigma * sigma;
    }

    @Override
    double examples(int rows) {
        return (double) rows / cells;
    }

    @Override
    double compute(Matrix outputs, Matrix labels, float[] gradient) {
        int known = 0;
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            float wanted = labels.at(i);
            if (wanted >= 0) {
                known++;
                double error = outputs.at(i) - wanted;
                sum += error * error;
            }
        }
        if (known == 0) {
            return 0;
        }
        double unit = cells / (known * energy);
        for (int i = 0; i < gradient.length; i++) {
            if (labels.at(i) >= 0) {
                gradient[i] = (float) (2 * unit * (outputs.at(i) - labels.at(i)));
            }
        }
        return sum * unit;
    }

    @Override
    public String name() {
        return "heat";
    }
}
