package io.buyme.train.loop;

import java.util.List;
import java.util.Optional;

/**
 * All that a run needs to go on as if it had never stopped. Random numbers follow from the position.
 *
 * @param run which recipe and data it belongs to
 * @param position of the next step
 * @param best what was best so far
 * @param curve so far
 * @param weights the trainer's own, not copied
 */
record Checkpoint(String run, Position position, Optional<Best> best, List<CurvePoint> curve, Weights weights) {

    Checkpoint {
        curve = List.copyOf(curve);
    }

    /**
     * The best weights so far; they themselves are in a file of their own.
     *
     * @param epoch after how many epochs
     * @param stage in which stage of the schedule
     * @param measure the higher the better
     */
    record Best(int epoch, int stage, double measure) {

        /** Weights of a later stage are better in any case: more of their layers were trained, on larger pictures. */
        boolean isWorseThan(int otherStage, double otherMeasure) {
            return otherStage > stage || otherMeasure > measure;
        }
    }
}
