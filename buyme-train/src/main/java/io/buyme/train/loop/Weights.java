package io.buyme.train.loop;

/**
 * Everything that a step changes: the weights, their running average, and the optimizer's two moments. Owned by the
 * training thread.
 */
final class Weights {

    final float[] values;
    final float[] average;
    final float[] firstMoment;
    final float[] secondMoment;
    long steps;

    Weights(float[] values) {
        this.values = values;
        this.average = values.clone();
        this.firstMoment = new float[values.length];
        this.secondMoment = new float[values.length];
    }

    /** Returns all arrays in the order in which checkpoints keep them. */
    float[][] arrays() {
        return new float[][] {values, average, firstMoment, secondMoment};
    }
}
