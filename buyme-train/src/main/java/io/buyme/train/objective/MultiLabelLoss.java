package io.buyme.train.objective;

/**
 * Binary cross-entropy of sigmoids, one for each tag. Labels are 1 (there), 0 (not there) or -1 (unknown: ignored). The
 * loss is summed over tags and divided by rows, as tags that are there are few and would drown in a mean over all.
 */
public final class MultiLabelLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private final double positiveWeight;

    /**
     * Creates the loss.
     *
     * @param positiveWeight how much more a tag that is there counts than one that is not; 1 for as much
     */
    public MultiLabelLoss(double weight, double positiveWeight) {
        super(weight);
        if (!(positiveWeight > 0)) {
            throw new IllegalArgumentException("the positive weight must be greater than zero, got " + positiveWeight);
        }
        this.positiveWeight = positiveWeight;
    }

    @Override
    double compute(Matrix logits, Matrix labels, float[] gradient) {
        double sum = 0;
        for (int row = 0, i = 0; row < logits.rows(); row++) {
            for (int tag = 0; tag < logits.columns(); tag++, i++) {
                float label = labels.at(row, tag);
                if (label < 0) {
                    continue;
                }
                double logit = logits.at(row, tag);
                double factor = label > 0.5 ? positiveWeight : 1;
                // -log(sigmoid(z)) = max(-z, 0) + log(1 + exp(-|z|)), which cannot overflow.
                double signed = label > 0.5 ? logit : -logit;
                sum += factor * (Math.max(-signed, 0) + Math.log1p(Math.exp(-Math.abs(logit))));
                double probability = 1 / (1 + Math.exp(-logit));
                gradient[i] = (float) (factor * (probability - (label > 0.5 ? 1 : 0)) / logits.rows());
            }
        }
        return sum / logits.rows();
    }

    @Override
    public String name() {
        return "multilabel";
    }
}
