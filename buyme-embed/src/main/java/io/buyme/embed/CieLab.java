package io.buyme.embed;

/**
 * CIELAB (CIE 15:2018) of sRGB colours (IEC 61966-2-1), white point D65. Looked up, not computed as
 * {@link io.buyme.api.LabColor} does: a picture has far more pixels than the tables have entries.
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

    private static float f(float t) {
        return F[Math.min(STEPS, Math.round((float) Math.sqrt(t) * STEPS))];
    }
}
