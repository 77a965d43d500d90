package io.buyme.api;

/**
 * A colour in CIE 1976 L*a*b* (D65 white), where distances come close to what people see.
 *
 * @param l lightness, 0 black to 100 white
 * @param a green (negative) to red
 * @param b blue (negative) to yellow
 */
record LabColor(double l, double a, double b) {

    private static final double POW25_7 = Math.pow(25, 7);

    /** Returns the colour of an sRGB value {@code 0xRRGGBB}, by IEC 61966-2-1. */
    static LabColor ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 0xff);
        double green = linear(rgb >> 8 & 0xff);
        double blue = linear(rgb & 0xff);
        double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
        double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
        return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /**
     * Returns the CIEDE2000 difference: about 1 is just noticeable, above 20 is another colour. Source: Sharma, Wu and
     * Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30(1), 2005; the numbers in the
     * names are of that paper.
     */
    double difference(LabColor other) {
        double meanChroma7 = Math.pow((Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2, 7);
        double g = 0.5 * (1 - Math.sqrt(meanChroma7 / (meanChroma7 + POW25_7)));
        double a1 = a * (1 + g);
        double a2 = other.a * (1 + g);
        double c1 = Math.hypot(a1, b);
        double c2 = Math.hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        boolean gray = c1 * c2 == 0;
        double hueStep = gray ? 0 : Math.IEEEremainder(h2 - h1, 360);
        double deltaL = other.l - l;
        double deltaC = c2 - c1;
        double deltaH = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(hueStep) / 2);
        return weighted(deltaL, deltaC, deltaH, (l + other.l) / 2, (c1 + c2) / 2, meanHue(h1, h2, gray));
    }

    private static double weighted(
            double deltaL, double deltaC, double deltaH, double meanL, double meanC, double meanH) {
        double t = 1
                - 0.17 * cos(meanH - 30)
                + 0.24 * cos(2 * meanH)
                + 0.32 * cos(3 * meanH + 6)
                - 0.20 * cos(4 * meanH - 63);
        double fromMiddle = (meanL - 50) * (meanL - 50);
        double lightness = deltaL / (1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double chroma = deltaC / (1 + 0.045 * meanC);
        double hue = deltaH / (1 + 0.015 * meanC * t);
        double bluePart = (meanH - 275) / 25;
        double rotation = 60 * Math.exp(-bluePart * bluePart);
        double meanC7 = Math.pow(meanC, 7);
        double turn = -2 * Math.sqrt(meanC7 / (meanC7 + POW25_7)) * Math.sin(Math.toRadians(rotation));
        return Math.sqrt(lightness * lightness + chroma * chroma + hue * hue + turn * chroma * hue);
    }

    private static double meanHue(double h1, double h2, boolean gray) {
        if (gray || Math.abs(h1 - h2) <= 180) {
            return gray ? h1 + h2 : (h1 + h2) / 2;
        }
        return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
