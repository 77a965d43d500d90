package io.buyme.pose;

import java.util.function.ToDoubleFunction;

/**
 * What the gate looks at. Lengths are in torsos, the distance from the middle of the shoulders to the middle of the hips,
 * so that they do not depend on the size of the photo. Those with a range are inputs of {@link FramingNetwork}, which
 * knows them by their names.
 */
enum Measure {
    /** How sure the detector is that there is a person with a face, 0 to 1. */
    DETECTION(0, 1, f -> f.scene().detection()),

    /** From the top of the mask to the nose. */
    CROWN_TO_NOSE(0, 0.8, f -> (f.noseY() - f.bounds().y()) / f.torso()),

    /** From the lower ankle to the bottom of the mask; negative if the mask ends above the ankle. */
    ANKLE_TO_SOLE(-0.2, 0.8, f -> (f.bounds().bottom() - f.lowerAnkleY()) / f.torso()),

    /** From the upper eye to the top edge of the photo. */
    EYES_TO_TOP(-0.2, 0.8, f -> f.upperEyeY() / f.torso()),

    /** From the lower ankle to the bottom edge of the photo; negative outside. */
    ANKLES_TO_BOTTOM(-0.2, 0.8, f -> (f.photoHeight() - f.lowerAnkleY()) / f.torso()),

    /** From the lowest heel or toe to the bottom edge of the photo; negative outside. */
    SOLES_TO_BOTTOM(-0.3, 0.6, f -> (f.photoHeight() - f.soleY()) / f.torso()),

    /** Part of the mask's width that touches the top edge of the photo, 0 to 1. */
    TOP_CONTACT(0, 1, Figure::topContact),

    /** Part of the mask's width that touches the bottom edge of the photo, 0 to 1. */
    BOTTOM_CONTACT(0, 1, Figure::bottomContact),

    /** Height of the mask, as a share of the photo's. */
    HEIGHT(0, 1, f -> f.bounds().height() / f.photoHeight()),

    /** From the middle of the hips down to the middle of the knees, as the photo shows it. */
    THIGH(
            0,
            1.2,
            f -> (f.middleY(BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE) - f.middleY(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP))
                    / f.torso()),

    /** From the middle of the knees down to the middle of the ankles, as the photo shows it. */
    SHIN(
            -0.2,
            1.2,
            f -> (f.middleY(BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE)
                            - f.middleY(BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE))
                    / f.torso()),

    /** How much nearer to the camera the knees are than the ankles, in metres. */
    KNEES_FORWARD(
            -0.2,
            0.4,
            f -> f.middleDepth(BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE)
                    - f.middleDepth(BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE)),

    /** How sure the model is that it sees both ankles, 0 to 1. */
    ANKLE_VISIBILITY(
            0,
            1,
            f -> Math.min(
                    f.at(BodyPart.LEFT_ANKLE).visibility(),
                    f.at(BodyPart.RIGHT_ANKLE).visibility())),

    /** How sure the model is that it sees the toes of both feet, 0 to 1. */
    TOE_VISIBILITY(
            0,
            1,
            f -> Math.min(
                    f.at(BodyPart.LEFT_FOOT_INDEX).visibility(),
                    f.at(BodyPart.RIGHT_FOOT_INDEX).visibility())),

    /** Turn of shoulders and hips away from the camera in degrees: 0 facing it, 90 side-on, 180 facing away. */
    TURN(f -> (f.turn(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER) + f.turn(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP))
            / 2),

    /** Size of the largest certain other person, as a share of the main one's; 0 if there is none. */
    RIVAL(f -> f.scene().rival());

    private final double low;
    private final double high;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final ToDoubleFunction<Figure> formula;

    Measure(ToDoubleFunction<Figure> formula) {
        this(Double.NaN, Double.NaN, formula);
    }

    Measure(double low, double high, ToDoubleFunction<Figure> formula) {
        this.low = low;
        this.high = high;
        this.formula = formula;
    }

    double of(Figure figure) {
        return formula.applyAsDouble(figure);
    }

    /** Returns whether the network may look at it. */
    boolean ranged() {
        return !Double.isNaN(low);
    }

    /** Returns a value as the network sees it: -1 at the lower end of the range or below, 1 at the upper or above. */
    double scaled(double value) {
        return 2 * (Math.max(low, Math.min(high, value)) - low) / (high - low) - 1;
    }
}
