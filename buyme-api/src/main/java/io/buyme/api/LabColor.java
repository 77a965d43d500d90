package io.buyme.api;

/**
 * A colour in CIE 1976 L*a*b* (CIE 15, D65 white), where distances come close to what people see.
 *
 * @param l lightness, 0 black to 100 white
 * @param a green (negative) to red
 * @param b blue (negative) to yellow
 */
public record LabColor(double l, double a, double b) {

    private static final double POW25_7 = Math.pow(25, 7);
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;

    /** Linear light of each sRGB value, by IEC 61966-2-1. */
    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double v = i / 255.0;
            LINEAR[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    /** Returns the colour of an sRGB value {@code 0xRRGGBB}; higher bits are passed over. */
    public static LabColor ofRgb(int rgb) {
        double red = LINEAR[(rgb >> 16) & 0xff];
        double green = LINEAR[(rgb >> 8) & 0xff];
        double blue = LINEAR[rgb & 0xff];
        double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / WHITE_X);
        double y = f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
        double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / WHITE_Z);
        return new LabColor(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    /** Returns the sRGB value {@code 0xRRGGBB}; a colour that sRGB does not have is clipped channel by channel. */
    public int toRgb() {
        double fy = (l + 16) / 116;
        double x = WHITE_X * inverse(fy + a / 500);
        double y = inverse(fy);
        double z = WHITE_Z * inverse(fy - b / 200);
        int red = encode(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        int green = encode(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        int blue = encode(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
        return (red << 16) | (green << 8) | blue;
    }

    /**
     * Returns the CIEDE2000 difference: about 1 is just noticeable, above 20 is another colour. Source: Sharma, Wu and
     * Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and Application 30(1), 2005; the numbers in the
     * names are of that paper.
     */
    public double difference(LabColor other) {
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

    private static double f(double t) {
        return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
    }

    private static double inverse(double f) {
        double cube = f * f * f;
        return cube > EPSILON ? cube : (116 * f - 16) / KAPPA;
    }

    private static int encode(double linear) {
        double value = Math.max(0, Math.min(1, linear));
        double s = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * s);
    }
}
