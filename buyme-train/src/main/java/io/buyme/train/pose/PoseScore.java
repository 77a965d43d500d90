package io.buyme.train.pose;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How well joints are found in photos that were never learned from.
 *
 * @param straight in people framed as the teacher frames them
 * @param jittered in people turned by up to 30 degrees, moved and scaled, as boxes may be wrong and people lean
 */
public record PoseScore(Pck straight, Pck jittered) {

    /** Checks that nothing is missing. */
    public PoseScore {
        requireNonNull(straight, "straight");
        requireNonNull(jittered, "jittered");
    }

    /** Returns one number to compare by. */
    double mean() {
        return (straight.strict() + straight.loose() + jittered.strict() + jittered.loose()) / 4;
    }

    /** Returns a line for people. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "PCK@%.2f %.3f, @%.2f %.3f; turned and moved %.3f, %.3f (%d joints)",
                Pck.STRICT,
                straight.strict(),
                Pck.LOOSE,
                straight.loose(),
                jittered.strict(),
                jittered.loose(),
                straight.joints());
    }
}
