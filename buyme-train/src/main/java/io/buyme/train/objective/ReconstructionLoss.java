package io.buyme.train.objective;

/** Mean squared difference between a small picture drawn from the embedding and the one that was seen (auto-encoder). */
public final class ReconstructionLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    /** Creates the loss. */
    public ReconstructionLoss(double weight) {
        super(weight);
    }

    @Override
    double compute(Matrix drawn, Matrix seen, float[] gradient) {
        double sum = 0;
        for (int row = 0, i = 0; row < drawn.rows(); row++) {
            for (int column = 0; column < drawn.columns(); column++, i++) {
                double difference = drawn.at(row, column) - seen.at(row, column);
                sum += difference * difference;
                gradient[i] = (float) (2 * difference / gradient.length);
            }
        }
        return sum / gradient.length;
    }

    @Override
    public String name() {
        return "reconstruction";
    }
}
