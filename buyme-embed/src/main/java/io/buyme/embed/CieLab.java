package io.buyme.embed;

/**
 * CIELAB (CIE 15:2018) of sRGB colours (IEC 61966-2-1), white point D65. Looked up, not computed: a picture has far more
 * pixels than the tables have entries.
 */
final class CieLab {

    private static final int STEPS = 4096;
    private static final float[] LINEAR = new float[256];
    private static final float[] F = new float[STEPS + 1];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double s = i / 255.0;
            LINEAR[i] = (float) (s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4));
        }
        double epsilon = 216.0 / 24389;
        double kappa = 24389.0 / 27;
        for (int i = 0; i < F.length; i++) {
            // The steps are squared, so that they are finer near black, where the curve is steep.
            double root = (double) i / STEPS;
            double t = root * root;
            F[i] = (float) (t > epsilon ? Math.cbrt(t) : (kappa * t + 16) / 116);
        }
    }

    private CieLab() {}

    /** Writes lightness (0 to 100), a and b of a colour {@code 0xRRGGBB} to three arrays at one index. */
    static void convert(int rgb, float[] lightness, float[] a, float[] b, int index) {
        float red = LINEAR[(rgb >> 16) & 0xFF];
        float green = LINEAR[(rgb >> 8) & 0xFF];
        float blue = LINEAR[rgb & 0xFF];
        float fx = f((0.4124564f * red + 0.3575761f * green + 0.1804375f * blue) / 0.95047f);
        float fy = f(0.2126729f * red + 0.7151522f * green + 0.0721750f * blue);
        float fz = f((0.0193339f * red + 0.1191920f * green + 0.9503041f * blue) / 1.08883f);
        lightness[index] = 116 * fy - 16;
        a[index] = 500 * (fx - fy);
        b[index] = 200 * (fy - fz);
    }

    /** Returns one colour. */
    static LabColor of(int rgb) {
        float[] l = new float[1];
        float[] a = new float[1];
        float[] b = new float[1];
        convert(rgb, l, a, b, 0);
        return new LabColor(l[0], a[0], b[0]);
    }

    /** Returns the nearest sRGB colour, {@code 0xRRGGBB}. */
    static int toRgb(LabColor color) {
        double fy = (color.lightness() + 16) / 116;
        double x = 0.95047 * inverse(fy + color.a() / 500);
        double y = inverse(fy);
        double z = 1.08883 * inverse(fy - color.b() / 200);
        int red = encode(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        int green = encode(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        int blue = encode(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
        return (red << 16) | (green << 8) | blue;
    }

    private static double inverse(double f) {
        return f * f * f > 216.0 / 24389 ? f * f * f : (116 * f - 16) * 27 / 24389;
    }

    private static int encode(double linear) {
        double value = Math.max(0, Math.min(1, linear));
        double s = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * s);
    }

    private static float f(float t) {
        return F[Math.min(STEPS, Math.round((float) Math.sqrt(t) * STEPS))];
    }
}
