package io.buyme.testkit.lookbook;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** What a lens and a sensor do to a picture: a little blur, darker corners, noise. */
final class Film {

    private Film() {}

    /**
     * Develops a picture in place.
     *
     * @param blur share of each pixel's light that falls on its neighbours, 0 to 0.5
     * @param grain noise, in levels of 255
     * @param vignette how much darker the corners are, 0 to 0.3
     */
    static void develop(BufferedImage image, double blur, double grain, double vignette, int seed) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        int height = image.getHeight();
        int side = (int) (blur * 128);
        soften(pixels, width, height, side);
        int state = seed | 1;
        int level = (int) (grain * 2);
        double reach = 4.0 / (width * (double) width + height * (double) height);
        for (int y = 0, i = 0; y < height; y++) {
            double dy = y - height / 2.0;
            for (int x = 0; x < width; x++, i++) {
                double dx = x - width / 2.0;
                int gain = (int) (256 * (1 - vignette * (dx * dx + dy * dy) * reach));
                // A linear congruential generator is random enough for noise, and quick.
                state = state * 1664525 + 1013904223;
                int noise = (level * ((state >>> 24) + ((state >>> 16) & 0xFF) - 255)) >> 8;
                pixels[i] = exposed(pixels[i], gain, noise);
            }
        }
    }

    private static int exposed(int pixel, int gain, int noise) {
        int red = clamp(((Colors.red(pixel) * gain) >> 8) + noise);
        int green = clamp(((Colors.green(pixel) * gain) >> 8) + noise);
        int blue = clamp(((Colors.blue(pixel) * gain) >> 8) + noise);
        return (red << 16) | (green << 8) | blue;
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }

    /** Spreads light to both neighbours, first along rows, then along columns; weights of 256. */
    private static void soften(int[] pixels, int width, int height, int side) {
        for (int y = 0; y < height; y++) {
            soften(pixels, y * width, 1, width, side);
        }
        for (int x = 0; x < width; x++) {
            soften(pixels, x, width, height, side);
        }
    }

    private static void soften(int[] pixels, int start, int step, int length, int side) {
        int before = pixels[start];
        for (int i = 0, at = start; i < length; i++, at += step) {
            int here = pixels[at];
            int after = i + 1 < length ? pixels[at + step] : here;
            int middle = 256 - 2 * side;
            int redBlue = ((before & 0xFF00FF) * side + (here & 0xFF00FF) * middle + (after & 0xFF00FF) * side) >>> 8;
            int green = ((before & 0xFF00) * side + (here & 0xFF00) * middle + (after & 0xFF00) * side) >>> 8;
            pixels[at] = (redBlue & 0xFF00FF) | (green & 0xFF00);
            before = here;
        }
    }
}
