package io.buyme.train.augment;

import io.buyme.train.data.Cutout;
import java.util.Arrays;

/** Reads cutouts between their pixels. */
final class Sampling {

    /** Index of how much of the place is inside the picture, after red, green and blue. */
    static final int INSIDE = 3;

    /** Index of how much of the place belongs to the article. */
    static final int ARTICLE = 4;

    /** Number of values of a sample. */
    static final int LENGTH = 5;

    private Sampling() {}

    /** Mixes the four pixels around a place; outside of the picture there is nothing. */
    static void bilinear(Cutout cutout, float u, float v, float[] into) {
        int width = cutout.width();
        int height = cutout.height();
        if (u < -0.5f || v < -0.5f || u >= width - 0.5f || v >= height - 0.5f) {
            Arrays.fill(into, 0);
            return;
        }
        float x = Math.min(Math.max(u, 0), width - 1f);
        float y = Math.min(Math.max(v, 0), height - 1f);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        float fx = x - left;
        float fy = y - top;
        float a = (1 - fx) * (1 - fy);
        float b = fx * (1 - fy);
        float c = (1 - fx) * fy;
        float d = fx * fy;
        for (int channel = 0; channel < 3; channel++) {
            into[channel] = a * cutout.value(left, top, channel)
                    + b * cutout.value(right, top, channel)
                    + c * cutout.value(left, bottom, channel)
                    + d * cutout.value(right, bottom, channel);
        }
        into[INSIDE] = 1;
        into[ARTICLE] = (a * cutout.alpha(left, top)
                        + b * cutout.alpha(right, top)
                        + c * cutout.alpha(left, bottom)
                        + d * cutout.alpha(right, bottom))
                / 255;
    }
}
