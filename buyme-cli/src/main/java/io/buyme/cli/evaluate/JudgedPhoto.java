package io.buyme.cli.evaluate;

import io.buyme.api.Pose;

/**
 * A labelled photo, and what a pose classifier said of it.
 *
 * @param row the label
 * @param pose the answer
 */
record JudgedPhoto(PoseLabels.Row row, Pose pose) {

    /** Tells whether the verdict agrees with the label. */
    boolean right() {
        return passed() == row.fullFront();
    }

    /** Tells whether the verdict is full front. */
    boolean passed() {
        return pose.verdict() == Pose.Verdict.FULL_FRONT;
    }

    /** Returns the label in a word: {@code full_front}, or why it is not. */
    String label() {
        return row.fullFront() ? "full_front" : row.reason().isEmpty() ? "other" : row.reason();
    }
}
