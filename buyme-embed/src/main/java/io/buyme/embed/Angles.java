package io.buyme.embed;

/** Angles to within a hundredth of a degree, far faster than {@link Math#atan2}, and histograms of them. */
final class Angles {

    private Angles() {}

    /** Returns the angle of a direction as a share of the full turn, from 0 (incl.) to 1 (excl.); 0 for no direction. */
    static float turn(float dy, float dx) {
        float x = Math.abs(dx);
        float y = Math.abs(dy);
        if (x + y == 0) {
            return 0;
        }
        float t = Math.min(x, y) / Math.max(x, y);
        float s = t * t;
        // Polynomial of atan(t) on 0 to 1 (Abramowitz and Stegun 4.4.47).
        float angle = t * (0.9998660f + s * (-0.3302995f + s * (0.1801410f + s * (-0.0851330f + s * 0.0208351f))));
        angle *= 0.15915494f;
        angle = y > x ? 0.25f - angle : angle;
        angle = dx < 0 ? 0.5f - angle : angle;
        angle = dy < 0 ? 1 - angle : angle;
        return angle < 1 ? angle : 0;
    }

    /** Returns the angle of a line, which has no sense, as a share of the half turn, from 0 (incl.) to 1 (excl.). */
    static float halfTurn(float dy, float dx) {
        return 2 * turn(dy, dx) % 1;
    }

    /**
     * Shares a weight between the two nearest of the bins around a circle.
     *
     * @param first index of the bin that is centred on 0
     * @param count of bins
     * @param angle as a share of the circle, from 0 (incl.) to 1 (excl.)
     */
    static void addTo(float[] values, int first, int count, float angle, double weight) {
        float position = angle * count;
        int low = (int) position % count;
        double high = position - Math.floor(position);
        values[first + low] += (float) (weight * (1 - high));
        values[first + (low + 1) % count] += (float) (weight * high);
    }
}
