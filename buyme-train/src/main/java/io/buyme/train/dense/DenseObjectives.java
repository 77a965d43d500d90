package io.buyme.train.dense;

/**
 * What to train for.
 *
 * @param pixels weight of the loss of cells
 * @param dice weight of the Dice loss within it
 * @param presence weight of the loss of which categories are in the picture
 * @param balance power by which classes of few cells weigh more: 0 for not at all, 1 for as much as all others
 */
public record DenseObjectives(double pixels, double dice, double presence, double balance) {

    /** Checks the ranges. */
    public DenseObjectives {
        if (!(pixels > 0 && dice >= 0 && presence > 0 && balance >= 0 && balance <= 1)) {
            throw new IllegalArgumentException("weights must be positive, dice not negative, balance 0 to 1");
        }
    }

    /** Returns what the detectors that come with BuyMe were trained for. */
    public static DenseObjectives standard() {
        return new DenseObjectives(1, 1, 0.1, 0.4);
    }
}
