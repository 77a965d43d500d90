package io.buyme.testkit.lookbook;

import java.util.Locale;

/** How a second colour is laid on the first. Edges are soft, about a thirtieth of the period, so they do not flicker. */
enum Pattern {
    PLAIN,
    HORIZONTAL_STRIPES,
    VERTICAL_STRIPES,
    CHECKED,
    DOTTED,
    COLOR_BLOCK,
    FLORAL;

    private static final double SOFT = 0.06;

    String word() {
        return switch (this) {
            case PLAIN -> "plain";
            case HORIZONTAL_STRIPES -> "striped";
            case VERTICAL_STRIPES -> "pinstriped";
            case CHECKED -> "checked";
            case DOTTED -> "dotted";
            case COLOR_BLOCK -> "colour-block";
            case FLORAL -> "floral";
        };
    }

    /** Returns the name in lower case with hyphens. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the share of the second colour at a place on the cloth, 0 to 1.
     *
     * @param u sideways, in periods
     * @param v downwards, in periods
     * @param share of the period that the second colour takes, about 0.2 to 0.5
     * @param seed of the blotches
     */
    double weight(double u, double v, double share, int seed) {
        return switch (this) {
            case PLAIN -> 0;
            case HORIZONTAL_STRIPES -> band(v, share);
            case VERTICAL_STRIPES -> band(u, share);
            case CHECKED -> (band(u, share) + band(v, share)) / 2;
            case DOTTED -> dot(u, v, share);
            case COLOR_BLOCK -> step(v - 1 - share);
            case FLORAL -> flower(u, v, share, seed);
        };
    }

    private static double band(double t, double share) {
        double phase = t - Math.floor(t) - 0.5;
        return step(share / 2 - Math.abs(phase));
    }

    private static double dot(double u, double v, double share) {
        double row = Math.floor(v);
        double x = u + ((int) row % 2 == 0 ? 0 : 0.5);
        double dx = x - Math.floor(x) - 0.5;
        double dy = v - row - 0.5;
        return step(0.16 + share * 0.4 - Math.hypot(dx, dy));
    }

    /** Five petals, turned and sized at random, one flower per cell. */
    private static double flower(double u, double v, double share, int seed) {
        int column = (int) Math.floor(u);
        int row = (int) Math.floor(v);
        double dx = u - column - 0.5 - 0.18 * Noise.grain(seed, column, row);
        double dy = v - row - 0.5 - 0.18 * Noise.grain(seed + 1, column, row);
        double size = 0.2 + 0.3 * share + 0.06 * Noise.grain(seed + 2, column, row);
        double petals = Math.cos(5 * (Math.atan2(dy, dx) + 3 * Noise.grain(seed + 3, column, row)));
        double radius = Math.hypot(dx, dy);
        return Math.max(0, step(size * (0.72 + 0.28 * petals) - radius) - 0.75 * step(0.08 - radius));
    }

    private static double step(double distance) {
        double t = Math.max(0, Math.min(1, distance / SOFT + 0.5));
        return t * t * (3 - 2 * t);
    }
}
