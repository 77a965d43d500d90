package io.buyme.detect;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether one garment covers both halves: the colors above and below the waist are alike, and no background shows
 * between the legs.
 *
 * @param contrast CIELAB distance of the colors above and below the waist
 * @param legGap share of rows that show background between the legs, if any leg is in the photo
 */
record OnePiece(double contrast, OptionalDouble legGap) {

    /** Set by hand near a logistic regression on 387 street photos, of which a quarter show a one-piece. */
    private static final double BIAS = 0.4;

    private static final double PER_CONTRAST = -0.03;
    private static final double PER_GAP = -3;

    static OnePiece of(Body body, Cuts cuts) {
        return new OnePiece(cuts.contrast(), LegGap.share(body, cuts.hem()));
    }

    /** Without legs to look at, what little is seen below the waist is often still the upper garment: no sign of a dress. */
    boolean likely() {
        return legGap.isPresent() && BIAS + PER_CONTRAST * contrast + PER_GAP * legGap.getAsDouble() > 0;
    }

    /** Returns what was seen, for people. */
    String reason() {
        if (legGap.isEmpty()) {
            return "too little of the body below the hips is visible to tell one piece from two";
        }
        return String.format(
                Locale.ROOT,
                "colors above and below the waist are %.0f apart (CIELAB) and the legs show apart in %.0f %% of their length",
                contrast,
                100 * legGap.getAsDouble());
    }
}
