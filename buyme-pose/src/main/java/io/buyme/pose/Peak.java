package io.buyme.pose;

/**
 * Where a network sees a keypoint.
 *
 * @param x columns of the map or picture from the left, with fractions
 * @param y rows from the top
 * @param score height of the peak, about 0 to 1
 */
record Peak(double x, double y, double score) {

    /** Returns this peak with its position multiplied. */
    Peak times(double factor) {
        return new Peak(x * factor, y * factor, score);
    }
}
