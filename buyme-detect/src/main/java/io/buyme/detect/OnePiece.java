package io.buyme.detect;

import java.util.Locale;

/**
 * Whether one garment covers both halves: the colors above and below the waist are alike, and no background shows
 * between the legs.
 *
 * @param contrast CIELAB distance of the colors above and below the waist
 * @param legGap share of rows that show background between the legs
 */
record OnePiece(double contrast, double legGap) {

    /** Set by hand near a logistic regression on 387 street photos, of which a quarter show a one-piece. */
    private static final double BIAS = 0.4;

    private static final double PER_CONTRAST = -0.03;
    private static final double PER_GAP = -3;

    static OnePiece of(Cuts cuts, double legGap) {
        return new OnePiece(cuts.contrast(), legGap);
    }

    boolean likely() {
        return BIAS + PER_CONTRAST * contrast + PER_GAP * legGap > 0;
    }

    /** Returns what was seen, for people. */
    String reason() {
        return String.format(
                Locale.ROOT,
                "colors above and below the waist are %.0f apart (CIELAB) and the legs show apart in %.0f %% of their length",
                contrast,
                100 * legGap);
    }
}
