package io.buyme.embed;

import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.exp;
import static java.lang.Math.hypot;
import static java.lang.Math.pow;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toDegrees;
import static java.lang.Math.toRadians;

/**
 * A colour in CIELAB.
 *
 * @param lightness 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record LabColor(double lightness, double a, double b) {

    private static final double CHROMA_25_TO_7 = pow(25, 7);

    /** Returns the distance from grey. */
    double chroma() {
        return hypot(a, b);
    }

    /**
     * Returns the colour difference CIEDE2000 with all weights 1 (ISO/CIE 11664-6; formulas as numbered by Sharma, Wu and
     * Dalal, "The CIEDE2000 color-difference formula", 2005). About 2 is just visible on cloth.
     */
    double difference(LabColor other) {
        double chroma7 = pow((chroma() + other.chroma()) / 2, 7);
        double g = 0.5 * (1 - sqrt(chroma7 / (chroma7 + CHROMA_25_TO_7)));
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double c1 = hypot(a1, b);
        double c2 = hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);
        double meanChroma = (c1 + c2) / 2;
        double turn = c1 * c2 == 0 ? 0 : shortestTurn(h2 - h1);
        double meanHue = c1 * c2 == 0 ? h1 + h2 : h1 + turn / 2;

        double meanLightness = (lightness + other.lightness) / 2;
        double fromMiddle = pow(meanLightness - 50, 2);
        double dl = (other.lightness - lightness) / (1 + 0.015 * fromMiddle / sqrt(20 + fromMiddle));
        double dc = (c2 - c1) / (1 + 0.045 * meanChroma);
        double t = 1
                - 0.17 * cos(toRadians(meanHue - 30))
                + 0.24 * cos(toRadians(2 * meanHue))
                + 0.32 * cos(toRadians(3 * meanHue + 6))
                - 0.20 * cos(toRadians(4 * meanHue - 63));
        double dh = 2 * sqrt(c1 * c2) * sin(toRadians(turn / 2)) / (1 + 0.015 * meanChroma * t);
        double mean7 = pow(meanChroma, 7);
        double blueTurn = 30 * exp(-pow((positive(meanHue) - 275) / 25, 2));
        double rotation = -2 * sqrt(mean7 / (mean7 + CHROMA_25_TO_7)) * sin(toRadians(2 * blueTurn));
        return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double hue(double a, double b) {
        return a == 0 && b == 0 ? 0 : positive(toDegrees(atan2(b, a)));
    }

    private static double positive(double degrees) {
        return (degrees % 360 + 360) % 360;
    }

    private static double shortestTurn(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }
}
