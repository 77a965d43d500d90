package io.buyme.detect;

/**
 * A color in CIELAB (CIE 15, D65 white), where the Euclidean distance is roughly what the eye sees: 2 is just
 * noticeable, 20 is another color.
 *
 * @param l lightness, 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double l, double a, double b) {

    private static final double[] LINEAR = linear();
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;

    /** Returns the color of an sRGB triple with components from 0 to 255. */
    static Lab ofRgb(int red, int green, int blue) {
        double r = LINEAR[red];
        double g = LINEAR[green];
        double b = LINEAR[blue];
        double fx = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double fy = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double fz = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    /** Returns the squared distance of hue and chroma alone, which shadows change less than lightness. */
    double squaredChromaDistance(Lab other) {
        double da = a - other.a;
        double db = b - other.b;
        return da * da + db * db;
    }

    private static double curve(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double[] linear() {
        double[] table = new double[256];
        for (int i = 0; i < table.length; i++) {
            double v = i / 255.0;
            table[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
        return table;
    }
}
