package io.buyme.train.objective;

import static java.util.Objects.requireNonNull;

/**
 * Binary cross-entropy of sigmoids, the mean over all labels that count. Labels are 1, 0, or -1 for what is not asked: an
 * anchor that was not sampled, the mask of another category.
 */
public final class BinaryLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Creates the loss.
     *
     * @param name for the learning curve
     */
    public BinaryLoss(String name, double weight) {
        super(weight);
        this.name = requireNonNull(name, "name");
    }

    @Override
    double compute(Matrix logits, Matrix labels, float[] gradient) {
        int counted = 0;
        for (int i = 0; i < gradient.length; i++) {
            counted += labels.at(i) >= 0 ? 1 : 0;
        }
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (labels.at(i) >= 0) {
                boolean set = labels.at(i) > 0.5;
                double logit = logits.at(i);
                // -log(sigmoid(z)) = max(-z, 0) + log(1 + exp(-|z|)), which cannot overflow.
                sum += Math.max(set ? -logit : logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
                gradient[i] = (float) ((1 / (1 + Math.exp(-logit)) - (set ? 1 : 0)) / counted);
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    @Override
    public String name() {
        return name;
    }
}
