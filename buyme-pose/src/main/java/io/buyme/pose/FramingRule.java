package io.buyme.pose;

import io.buyme.api.Pose.Verdict;
import java.util.function.ToDoubleFunction;

/**
 * What speaks against a full-front shot besides a head or feet outside the frame, which {@link FramingNetwork} judges; the
 * gravest first. Each rule compares one measure with a limit and is the surer of itself the farther the measure is beyond
 * it. The limits were set on street photos of whole people, on garments laid flat and on drawn people.
 */
enum FramingRule {
    /** Whole people score 0.75 or more, garments without a wearer 0.5 or less, bodies without a head mostly too. */
    NO_FACE(Verdict.DETAIL, "no head in sight", Measure.DETECTION, Side.BELOW, 0.65, 0.05),

    /** Even a hat or a bun ends lower: the model took another part for the face. */
    FACE_MISPLACED(Verdict.DETAIL, Words.MISFIT, Measure.CROWN_TO_NOSE, Side.ABOVE, 0.75, 0.05),

    /** Even a heel or a train ends higher: the model took another part for the ankles. */
    ANKLES_MISPLACED(Verdict.DETAIL, Words.MISFIT, Measure.ANKLE_TO_SOLE, Side.ABOVE, 0.8, 0.05),

    /** Such as a person in the far background, or one printed on a T-shirt. */
    TOO_SMALL(Verdict.DETAIL, "the person is too small in the photo", Measure.HEIGHT, Side.BELOW, 0.33, 0.03),

    /**
     * From the front the model tends to see a seated person as a standing one with short thighs, but knees before the
     * ankles give the posture away. Under wide trousers thighs look short as well, and the shins with them.
     */
    THIGH_FORESHORTENED(Verdict.SEATED, "seated or kneeling", FramingRule::thigh, Side.BELOW, 0.59, 0.02),

    /** Facing away, the left shoulder is on the left. */
    FACING_AWAY(Verdict.BACK, "seen from behind", Measure.TURN, Side.ABOVE, 124, 4),

    /** The model exaggerates: what looks like 45 degrees to people measures up to 55. */
    TURNED(Verdict.SIDE, "seen from the side", FramingRule::turnToEitherSide, Side.ABOVE, 56, 4),

    /** Of two who pose together, the lesser measures 0.9 or more of the larger; passers-by mostly less. */
    RIVALED(Verdict.SEVERAL, "several people of the same size", Measure.RIVAL, Side.ABOVE, 0.893, 0.01);

    private final Verdict verdict;
    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final ToDoubleFunction<Measures> measure;

    private final Side side;
    private final double limit;
    private final double softness;

    FramingRule(Verdict verdict, String reason, Measure measure, Side side, double limit, double softness) {
        this(verdict, reason, m -> m.of(measure), side, limit, softness);
    }

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

    /** Returns how strongly the rule speaks against a full-front shot; from evidence 0.5 on it is broken. */
    Finding apply(Measures measures) {
        double beyond = (measure.applyAsDouble(measures) - limit) / softness;
        return new Finding(verdict, reason, 1 / (1 + Math.exp(side == Side.ABOVE ? -beyond : beyond)));
    }

    private static double thigh(Measures m) {
        double shin = Math.max(0.05, m.of(Measure.SHIN));
        double toShin = Math.min(m.of(Measure.THIGH) / shin, 1.3) - 1;
        return m.of(Measure.THIGH) - 0.4 * m.of(Measure.KNEES_FORWARD) + 0.4 * toShin;
    }

    private static double turnToEitherSide(Measures m) {
        return Math.min(m.of(Measure.TURN), 180 - m.of(Measure.TURN));
    }

    private enum Side {
        BELOW,
        ABOVE
    }

    /** A reason that two rules share. */
    private static final class Words {
        static final String MISFIT = "only a part of the body is in sight";

        private Words() {}
    }
}
