package io.buyme.train.objective;

/**
 * Cross-entropy of a softmax over classes. The label of a row is the number of its class, or -1 if no class is known: the
 * row is then ignored. The loss is the mean over the other rows.
 */
public final class ClassLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private final double smoothing;

    /**
     * Creates the loss.
     *
     * @param smoothing share of the target that is spread over all classes, 0 to less than 1 (Szegedy et al. 2016)
     */
    public ClassLoss(double weight, double smoothing) {
        super(weight);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("smoothing must be 0 to less than 1, got " + smoothing);
        }
        this.smoothing = smoothing;
    }

    @Override
    double compute(Matrix logits, Matrix labels, float[] gradient) {
        int counted = 0;
        for (int row = 0; row < logits.rows(); row++) {
            counted += labels.at(row, 0) >= 0 ? 1 : 0;
        }
        double sum = 0;
        for (int row = 0; row < logits.rows(); row++) {
            int target = Math.round(labels.at(row, 0));
            if (target >= 0) {
                sum += computeRow(logits, row, target, counted, gradient);
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private double computeRow(Matrix logits, int row, int target, int counted, float[] gradient) {
        int classes = logits.columns();
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            most = Math.max(most, logits.at(row, i));
        }
        double total = 0;
        for (int i = 0; i < classes; i++) {
            total += Math.exp(logits.at(row, i) - most);
        }
        double logTotal = most + Math.log(total);
        double loss = 0;
        for (int i = 0; i < classes; i++) {
            double wanted = smoothing / classes + (i == target ? 1 - smoothing : 0);
            double logProbability = logits.at(row, i) - logTotal;
            loss -= wanted * logProbability;
            gradient[row * classes + i] = (float) ((Math.exp(logProbability) - wanted) / counted);
        }
        return loss;
    }

    @Override
    public String name() {
        return "softmax";
    }
}
