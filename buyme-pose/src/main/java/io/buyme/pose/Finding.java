package io.buyme.pose;

import io.buyme.api.Pose.Verdict;

/**
 * What may speak against a full-front shot.
 *
 * @param verdict on the photo if this is so
 * @param reason in words for the user
 * @param evidence how probable it is, 0 to 1
 */
record Finding(Verdict verdict, String reason, double evidence) {

    /** From this much evidence on a finding counts. */
    private static final double BROKEN = 0.5;

    /** What is no number counts, too: the gate is not to let pass what it cannot judge. */
    boolean counts() {
        return !(evidence < BROKEN);
    }
}
