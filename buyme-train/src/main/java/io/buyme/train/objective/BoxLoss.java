package io.buyme.train.objective;

/**
 * Smooth L1 distance of the four numbers that correct a box (Girshick 2015), summed over the four, the mean over boxes. A
 * box whose label is no number does not count: there is nothing in it to find.
 */
public final class BoxLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    private static final int NUMBERS = 4;

    private final double bend;

    /**
     * Creates the loss.
     *
     * @param bend the difference from which on it grows by its size, no longer by its square
     */
    public BoxLoss(double weight, double bend) {
        super(weight);
        if (!(bend > 0)) {
            throw new IllegalArgumentException("the bend must be greater than zero, got " + bend);
        }
        this.bend = bend;
    }

    @Override
    double compute(Matrix outputs, Matrix labels, float[] gradient) {
        int counted = 0;
        for (int i = 0; i < gradient.length; i++) {
            counted += Float.isNaN(labels.at(i)) ? 0 : 1;
        }
        double boxes = counted / (double) NUMBERS;
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (!Float.isNaN(labels.at(i))) {
                double difference = outputs.at(i) - labels.at(i);
                double size = Math.abs(difference);
                sum += size < bend ? difference * difference / (2 * bend) : size - bend / 2;
                gradient[i] = (float) (Math.max(-1, Math.min(1, difference / bend)) / boxes);
            }
        }
        return counted == 0 ? 0 : sum / boxes;
    }

    @Override
    public String name() {
        return "box";
    }
}
