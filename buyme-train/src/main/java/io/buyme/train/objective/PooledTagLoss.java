package io.buyme.train.objective;

/**
 * Tags of pictures of which nobody says where in the picture they are true. The network gives a map of logits for each
 * tag; each map is pooled to one logit, {@code (1 / r) log mean exp(r x)} (Pinheiro and Collobert, "From image-level to
 * pixel-level labeling with convolutional networks", 2015), on which the loss is that of {@link MultiLabelLoss}. With the
 * sharpness {@code r} of 0 that is the mean, global average pooling; the higher it is, the fewer places have to agree.
 *
 * <p>Rows are the cells of one picture after the other. The first row of a picture's labels is that of the picture.
 */
public final class PooledTagLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private final MultiLabelLoss tags;
    private final double sharpness;
    private final int cells;

    /**
     * Creates the loss.
     *
     * @param positiveWeight how much more a tag that is there counts than one that is not; 1 for as much
     * @param sharpness of the pooling, at least 0
     * @param cells of a map
     */
    public PooledTagLoss(double weight, double positiveWeight, double sharpness, int cells) {
        super(weight);
        if (!(sharpness >= 0) || cells < 1) {
            throw new IllegalArgumentException(
                    "want a sharpness of at least 0 and a cell, got %s and %d".formatted(sharpness, cells));
        }
        this.tags = new MultiLabelLoss(weight, positiveWeight);
        this.sharpness = sharpness;
        this.cells = cells;
    }

    @Override
    double examples(int rows) {
        return (double) rows / cells;
    }

    @Override
    double compute(Matrix maps, Matrix labels, float[] gradient) {
        int pictures = maps.rows() / cells;
        int columns = maps.columns();
        float[] pooled = new float[pictures * columns];
        float[] wanted = new float[pooled.length];
        // How much each cell moves the pooled value, kept where its gradient goes.
        for (int picture = 0, i = 0; picture < pictures; picture++) {
            for (int column = 0; column < columns; column++, i++) {
                pooled[i] = pool(maps, picture * cells, column, gradient);
                wanted[i] = labels.at(picture * cells, column);
            }
        }
        float[] slopes = new float[pooled.length];
        double loss =
                tags.compute(new Matrix(pooled, pictures, columns), new Matrix(wanted, pictures, columns), slopes);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= slopes[i / (cells * columns) * columns + i % columns];
        }
        return loss;
    }

    private float pool(Matrix maps, int from, int column, float[] shares) {
        double most = Double.NEGATIVE_INFINITY;
        for (int cell = from; cell < from + cells; cell++) {
            most = Math.max(most, maps.at(cell, column));
        }
        double sum = 0;
        double mean = 0;
        for (int cell = from; cell < from + cells; cell++) {
            double value = Math.exp(sharpness * (maps.at(cell, column) - most));
            shares[cell * maps.columns() + column] = (float) value;
            sum += value;
            mean += maps.at(cell, column) / (double) cells;
        }
        for (int cell = from; cell < from + cells; cell++) {
            shares[cell * maps.columns() + column] /= (float) sum;
        }
        return (float) (sharpness == 0 ? mean : most + Math.log(sum / cells) / sharpness);
    }

    @Override
    public String name() {
        return "tags";
    }
}
