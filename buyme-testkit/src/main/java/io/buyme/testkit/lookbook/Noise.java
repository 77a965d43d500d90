package io.buyme.testkit.lookbook;

/** Value noise in the plane: smooth, repeatable, about -1 to 1. */
final class Noise {

    private Noise() {}

    /** Returns noise whose features are about one unit wide. */
    static double smooth(int seed, double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = ease(x - column);
        double fy = ease(y - row);
        double top = mix(grain(seed, column, row), grain(seed, column + 1, row), fx);
        double bottom = mix(grain(seed, column, row + 1), grain(seed, column + 1, row + 1), fx);
        return mix(top, bottom, fy);
    }

    /** Returns noise without any correlation between cells. */
    static double grain(int seed, int column, int row) {
        int h = seed + column * 0x27d4eb2d + row * 0x165667b1;
        h = (h ^ (h >>> 15)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        h ^= h >>> 16;
        return h * 0x1p-31;
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
