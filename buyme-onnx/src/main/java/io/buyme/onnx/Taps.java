package io.buyme.onnx;

/**
 * Which pixels of a line make each pixel of a longer or shorter one, and with what weights: a triangle as wide as the
 * scale, at least two pixels. The weights of one pixel add up to exactly {@link #ONE}.
 */
final class Taps {

    static final int BITS = 12;
    static final int ONE = 1 << BITS;

    private final int[] first;
    private final int[][] weights;

    private Taps(int length) {
        first = new int[length];
        weights = new int[length][];
    }

    /**
     * Returns the weights with which a stretch of a line becomes {@code to} pixels.
     *
     * @param from how many pixels the line has
     * @param start where the stretch starts, which need not be at a pixel's edge
     * @param length of the stretch, which ends within the line
     */
    static Taps of(int from, double start, double length, int to) {
        Taps taps = new Taps(to);
        double scale = length / to;
        double reach = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double center = start + (i + 0.5) * scale - 0.5;
            int low = Math.max(0, (int) Math.ceil(center - reach));
            int high = Math.min(from - 1, (int) Math.floor(center + reach));
            taps.first[i] = low;
            taps.weights[i] = triangle(center, reach, low, high - low + 1);
        }
        return taps;
    }

    int first(int i) {
        return first[i];
    }

    int count(int i) {
        return weights[i].length;
    }

    int weight(int i, int tap) {
        return weights[i][tap];
    }

    /** Returns the largest {@link #count}. */
    int most() {
        int most = 0;
        for (int[] w : weights) {
            most = Math.max(most, w.length);
        }
        return most;
    }

    /** Rounds the running sum rather than each weight, so that no rounding adds up. */
    private static int[] triangle(double center, double reach, int low, int count) {
        double[] shares = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = Math.max(0, 1 - Math.abs(low + i - center) / reach);
            total += shares[i];
        }
        int[] weights = new int[count];
        double sum = 0;
        int given = 0;
        for (int i = 0; i < count; i++) {
            sum += shares[i];
            weights[i] = (int) Math.round(ONE * sum / total) - given;
            given += weights[i];
        }
        return weights;
    }
}
