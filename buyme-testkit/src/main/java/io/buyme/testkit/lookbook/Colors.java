package io.buyme.testkit.lookbook;

import java.awt.Color;

/** Arithmetic on colours that are packed as 0xRRGGBB. */
final class Colors {

    private Colors() {}

    static int rgb(double red, double green, double blue) {
        return channel(red) << 16 | channel(green) << 8 | channel(blue);
    }

    static int mix(int from, int to, double share) {
        return rgb(
                red(from) + (red(to) - red(from)) * share,
                green(from) + (green(to) - green(from)) * share,
                blue(from) + (blue(to) - blue(from)) * share);
    }

    static int scale(int rgb, double factor) {
        return rgb(red(rgb) * factor, green(rgb) * factor, blue(rgb) * factor);
    }

    static Color pen(int rgb, double alpha) {
        return new Color(red(rgb), green(rgb), blue(rgb), channel(alpha * 255));
    }

    /** Returns perceived brightness, 0 to 1. */
    static double brightness(int rgb) {
        return (0.299 * red(rgb) + 0.587 * green(rgb) + 0.114 * blue(rgb)) / 255;
    }

    /** Returns a rough perceptual distance, 0 to about 1. */
    static double distance(int a, int b) {
        double r = red(a) - red(b);
        double g = green(a) - green(b);
        double u = blue(a) - blue(b);
        return Math.sqrt(2 * r * r + 4 * g * g + 3 * u * u) / 765;
    }

    static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    static int blue(int rgb) {
        return rgb & 0xFF;
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }
}
