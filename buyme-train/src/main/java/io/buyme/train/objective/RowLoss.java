package io.buyme.train.objective;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss over the rows of a batch, computed on Java arrays: the matrices are small, and single calls into native code
 * would cost more than the arithmetic. The layer's activation must be the identity.
 *
 * <p>One training thread at a time; {@link #mean()} may be read by it after a step.
 */
public abstract class RowLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    private final double weight;
    private double mean = Double.NaN;

    /**
     * Creates a loss.
     *
     * @param weight with which score and gradient are multiplied, greater than zero
     */
    protected RowLoss(double weight) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("the weight of a loss must be greater than zero, got " + weight);
        }
        this.weight = weight;
    }

    /**
     * Computes the loss of a batch, averaged over whatever it counts.
     *
     * @param outputs of the layer, row by row
     * @param labels row by row
     * @param gradient of the returned number by the outputs, to be filled in; it comes zeroed
     */
    abstract double compute(Matrix outputs, Matrix labels, float[] gradient);

    /** Returns how many examples have so many rows; one each, unless a loss says otherwise. */
    double examples(int rows) {
        return rows;
    }

    /** Returns the mean loss of the last batch, without the weight; NaN before the first. */
    public double mean() {
        return mean;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray outputs, IActivation activation, @Nullable INDArray mask, boolean average) {
        Matrix matrix = Matrix.of(outputs);
        mean = compute(matrix, Matrix.of(labels), new float[matrix.length()]);
        return weight * mean * (average ? 1 : examples(matrix.rows()));
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray outputs, IActivation activation, @Nullable INDArray mask) {
        // A loss over pairs has no score of a single row: each gets its equal part.
        float[] scores = new float[(int) outputs.size(0)];
        Arrays.fill(scores, (float) computeScore(labels, outputs, activation, mask, true));
        return Nd4j.create(scores, new long[] {scores.length, 1}, 'c');
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray outputs, IActivation activation, @Nullable INDArray mask) {
        Matrix matrix = Matrix.of(outputs);
        float[] gradient = new float[matrix.length()];
        mean = compute(matrix, Matrix.of(labels), gradient);
        float factor = (float) (weight * examples(matrix.rows()));
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return Nd4j.create(gradient, new long[] {matrix.rows(), matrix.columns()}, 'c');
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray outputs, IActivation activation, @Nullable INDArray mask, boolean average) {
        INDArray gradient = computeGradient(labels, outputs, activation, mask);
        return new Pair<>(weight * mean * (average ? 1 : examples((int) outputs.size(0))), gradient);
    }
}
