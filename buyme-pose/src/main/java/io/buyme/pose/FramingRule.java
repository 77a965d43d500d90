package io.buyme.pose;

import io.buyme.api.Pose.Verdict;
import java.util.function.ToDoubleFunction;

/**
 * What speaks against a full-front shot, the gravest first. Each rule compares one measure with a limit and is the
 * surer of itself the farther the measure is beyond it.
 *
 * <p>The limits lie in the gap between street photos of whole people, also cut tightly to 1 % of margin and shrunk to
 * 300 pixels, and the same photos cut at 60 to 90 % of their height from above and from below. BlazePose invents ankles
 * and heads that are not in the photo, so its landmarks alone do not do: the mask and where it meets the edges do.
 */
enum FramingRule {
    /** Whole people score 0.75 or more, garments without a wearer 0.5 or less, bodies without a head mostly too. */
    NO_FACE(Verdict.DETAIL, "no head in sight", Measures::detection, Side.BELOW, 0.65, 0.05),

    /** The mask begins at the top edge, and so near above the nose that there is no room for a skull (0.28 or more). */
    SKULL_CUT(Verdict.HALF_BODY, Words.HEAD, FramingRule::crownAtTop, Side.BELOW, 0.25, 0.02),

    /** A head that touches the top edge does so with less than a quarter of the body's width, a neck or torso with more. */
    WIDE_AT_TOP(Verdict.HALF_BODY, Words.HEAD, Measures::topContact, Side.ABOVE, 0.25, 0.03),

    /** The model puts the eyes on the edge or outside of it. */
    EYES_OUTSIDE(Verdict.HALF_BODY, Words.HEAD, Measures::eyesToTop, Side.BELOW, 0.08, 0.05),

    /** The mask ends at the bottom edge, and so near below the ankle that there is no room for a foot (0.28 or more). */
    FOOT_CUT(Verdict.HALF_BODY, Words.FEET, FramingRule::soleAtBottom, Side.BELOW, 0.25, 0.03),

    /** Two feet that touch the bottom edge do so with less than a third of the body's width, legs mostly with more. */
    WIDE_AT_BOTTOM(Verdict.HALF_BODY, Words.FEET, Measures::bottomContact, Side.ABOVE, 0.34, 0.03),

    /** The model puts an ankle on the edge or outside of it; with a foot below it there is 0.25 or more. */
    ANKLE_OUTSIDE(Verdict.HALF_BODY, Words.FEET, Measures::anklesToBottom, Side.BELOW, 0.1, 0.05),

    /** The model doubts that both ankles are inside; else it gives 0.84 or more. */
    ANKLE_ABSENT(Verdict.HALF_BODY, Words.FEET, Measures::anklePresence, Side.BELOW, 0.75, 0.1),

    /** Even a hat or a bun ends lower: the model took another part for the face. */
    FACE_MISPLACED(Verdict.DETAIL, Words.MISFIT, Measures::crownToNose, Side.ABOVE, 0.75, 0.05),

    /** Even a heel or a train ends higher: the model took another part for the ankles. */
    ANKLES_MISPLACED(Verdict.DETAIL, Words.MISFIT, Measures::ankleToSole, Side.ABOVE, 0.8, 0.05),

    /** Such as a person in the far background, or one printed on a T-shirt. */
    TOO_SMALL(Verdict.DETAIL, "the person is too small in the photo", Measures::height, Side.BELOW, 0.33, 0.03),

    /**
     * Standing and walking people score 0.56 or more. From the front the model tends to see a seated person as a
     * standing one with short thighs, but knees before the ankles give the posture away.
     */
    THIGH_FORESHORTENED(
            Verdict.SEATED, "seated or kneeling", FramingRule::thighLessKneesForward, Side.BELOW, 0.55, 0.03),

    /** Facing away, the left shoulder is on the left. */
    FACING_AWAY(Verdict.BACK, "seen from behind", Measures::turn, Side.ABOVE, 124, 4),

    /** The model exaggerates: what looks like 45 degrees to people measures up to 55. */
    TURNED(Verdict.SIDE, "seen from the side", FramingRule::turnToEitherSide, Side.ABOVE, 56, 4);

    private final Verdict verdict;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final ToDoubleFunction<Measures> measure;

    private final Side side;
    private final double limit;
    private final double softness;

    FramingRule(
            Verdict verdict,
            String reason,
            ToDoubleFunction<Measures> measure,
            Side side,
            double limit,
            double softness) {
        this.verdict = verdict;
        this.reason = reason;
        this.measure = measure;
        this.side = side;
        this.limit = limit;
        this.softness = softness;
    }

    /** Returns how strongly the rule speaks against a full-front shot, 0 to 1; from 0.5 on it is broken. */
    double evidence(Measures measures) {
        double beyond = (measure.applyAsDouble(measures) - limit) / softness;
        return 1 / (1 + Math.exp(side == Side.ABOVE ? -beyond : beyond));
    }

    /** Returns what the photo is if this rule is broken. */
    Verdict verdict() {
        return verdict;
    }

    /** Returns why, in words for the user. */
    String reason() {
        return reason;
    }

    private static double crownAtTop(Measures m) {
        return m.topContact() > 0 ? m.crownToNose() : Double.POSITIVE_INFINITY;
    }

    private static double soleAtBottom(Measures m) {
        return m.bottomContact() > 0 ? m.ankleToSole() : Double.POSITIVE_INFINITY;
    }

    private static double thighLessKneesForward(Measures m) {
        return m.thigh() - 0.4 * m.kneesForward();
    }

    private static double turnToEitherSide(Measures m) {
        return Math.min(m.turn(), 180 - m.turn());
    }

    private enum Side {
        BELOW,
        ABOVE
    }

    /** Reasons that several rules share. */
    private static final class Words {
        static final String HEAD = "head is cut off";
        static final String FEET = "feet are cut off";
        static final String MISFIT = "only a part of the body is in sight";

        private Words() {}
    }
}
