package io.buyme.train.loop;

import java.util.Map;
import java.util.Optional;

/**
 * A point of the learning curve.
 *
 * @param epoch how many epochs were done, with a fraction
 * @param step how many steps were done
 * @param size of the pictures, in pixels
 * @param rate the learning rate of the heads
 * @param losses mean of each objective since the last point, without its weight
 * @param measure on pictures that are not learned from, if it was taken
 */
public record CurvePoint(
        double epoch, long step, int size, double rate, Map<String, Double> losses, Optional<Double> measure) {

    /** Copies the losses. */
    public CurvePoint {
        losses = Map.copyOf(losses);
    }
}
