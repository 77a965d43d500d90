package io.buyme.detect;

/**
 * Between which two values of a map the pixels of a row or column of a photo lie. A value stands for the middle of its
 * cell; pixels beyond the outer ones are as those.
 */
final class Axis {

    private final int[] first;
    private final float[] share;

    private Axis(int pixels) {
        first = new int[pixels];
        share = new float[pixels];
    }

    /**
     * Returns the positions of neighbouring pixels on a map.
     *
     * @param pixel the first one
     * @param pixels how many
     * @param start where the map starts, in pixels of the photo
     * @param length how far it goes, in pixels of the photo
     * @param cells of the map
     */
    static Axis of(int pixel, int pixels, double start, double length, int cells) {
        Axis axis = new Axis(pixels);
        for (int i = 0; i < pixels; i++) {
            double at = (pixel + i + 0.5 - start) / length * cells - 0.5;
            double inside = Math.min(cells - 1, Math.max(0, at));
            axis.first[i] = (int) inside;
            axis.share[i] = (float) (inside - axis.first[i]);
        }
        return axis;
    }

    int pixels() {
        return first.length;
    }

    /** Returns the value at or before a pixel; the other one is the next, if there is one. */
    int first(int pixel) {
        return first[pixel];
    }

    /** Returns how far a pixel is on the way to the next value, 0 to 1. */
    float share(int pixel) {
        return share[pixel];
    }

    /** Returns the value whose cell a pixel lies in. */
    int nearest(int pixel) {
        return share[pixel] < 0.5f ? first[pixel] : first[pixel] + 1;
    }

    /** Returns the pixel behind those that lie between the same two values as this one. */
    int endOfSame(int pixel) {
        int end = pixel + 1;
        while (end < first.length && first[end] == first[pixel]) {
            end++;
        }
        return end;
    }
}
