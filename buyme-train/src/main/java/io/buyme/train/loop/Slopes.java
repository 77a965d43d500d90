package io.buyme.train.loop;

import java.util.Map;

/** What one step found: which way to change the weights, and how far off the network was. */
public final class Slopes {

    final float[] gradient;
    final Map<String, Double> losses;

    /**
     * Creates the result of a step.
     *
     * @param gradient of the whole network's weights, summed over the pictures; not copied. Only the slots of the lesson
     *     count.
     * @param losses means by name, without their weights
     */
    public Slopes(float[] gradient, Map<String, Double> losses) {
        this.gradient = gradient;
        this.losses = Map.copyOf(losses);
    }

    /** Returns the gradient of the whole network's weights; not copied. */
    public float[] gradient() {
        return gradient;
    }

    /** Returns the mean losses by name, without their weights. */
    public Map<String, Double> losses() {
        return losses;
    }
}
