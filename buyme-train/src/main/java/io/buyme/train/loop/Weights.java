package io.buyme.train.loop;

/**
 * Everything that a step changes: the weights of a whole network, their running average, the optimizer's two moments, and
 * for each slot how often it was updated. Owned by the training thread.
 */
final class Weights {

    final float[] values;
    final float[] average;
    final float[] firstMoment;
    final float[] secondMoment;
    final float[] updates;
    long steps;

    Weights(float[] values, int slots) {
        this.values = values;
        this.average = values.clone();
        this.firstMoment = new float[values.length];
        this.secondMoment = new float[values.length];
        this.updates = new float[slots];
    }

    /** Returns all arrays in the order in which checkpoints keep them. */
    float[][] arrays() {
        return new float[][] {values, average, firstMoment, secondMoment, updates};
    }
}
