package io.buyme.embed;

/**
 * Joins measurements to one vector, in which each has a set share: the cosine of two such vectors is the mean of the
 * cosines of their parts, weighted by share. A part that has nothing to say, such as the texture of one pixel, leaves its
 * share to the others.
 */
final class JointVector {

    private final float[] values;
    private int filled;

    JointVector(int dimension) {
        this.values = new float[dimension];
    }

    /** Adds a part, which is scaled in place. */
    JointVector add(float[] part, double share) {
        Vectors.scaleTo((float) Math.sqrt(share), part);
        System.arraycopy(part, 0, values, filled, part.length);
        filled += part.length;
        return this;
    }

    /** Leaves a part at zero. */
    JointVector skip(int length) {
        filled += length;
        return this;
    }

    /** Returns the vector, scaled to length 1. */
    float[] toArray() {
        float[] joint = values.clone();
        Vectors.scaleTo(1, joint);
        return joint;
    }
}
