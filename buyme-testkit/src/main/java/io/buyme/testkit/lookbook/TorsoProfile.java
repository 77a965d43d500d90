package io.buyme.testkit.lookbook;

import java.util.List;

/** Half widths and depths of the trunk from the collar to the crotch, smoothly joined. */
final class TorsoProfile {

    private final List<Ring> rings;

    /** An oval cut through the trunk: level, half width, half depth, and how far its middle lies in front of the spine. */
    private record Ring(double level, double half, double depth, double bow) {}

    TorsoProfile(BodyShape shape) {
        double s = shape.shoulder();
        double bust = shape.bust();
        this.rings = List.of(
                new Ring(0.150, 0.030, 0.034, 0),
                new Ring(0.160, 0.038, 0.036, 0),
                new Ring(0.168, s * 0.60, 0.04, 0),
                new Ring(0.178, s * 0.92, 0.043, 0),
                new Ring(0.192, s * 1.12, 0.046, 0.002),
                new Ring(0.215, s * 1.14, 0.05 + bust / 2, 0.004),
                new Ring(0.260, shape.chest(), 0.057 + bust, 0.006 + bust / 2),
                new Ring(0.330, (shape.chest() + 2 * shape.waist()) / 3, 0.054, 0.004),
                new Ring(0.395, shape.waist(), 0.051, 0),
                new Ring(0.450, (shape.waist() + 2 * shape.hip()) / 3, 0.056, -0.004),
                new Ring(0.500, shape.hip(), 0.064, -0.008),
                new Ring(0.540, shape.hip() * 0.98, 0.06, -0.006));
    }

    /** Returns the half width that the camera sees, in body heights. */
    double half(double level, Camera camera) {
        return Math.hypot(at(level, 0) * camera.cos(), at(level, 1) * camera.sin());
    }

    double depth(double level) {
        return at(level, 1);
    }

    double bow(double level) {
        return at(level, 2);
    }

    private double at(double level, int what) {
        int upper = 0;
        while (upper < rings.size() - 2 && rings.get(upper + 1).level() <= level) {
            upper++;
        }
        double p0 = value(upper - 1, what);
        double p1 = value(upper, what);
        double p2 = value(upper + 1, what);
        double p3 = value(upper + 2, what);
        double span = ring(upper + 1).level() - ring(upper).level();
        double t = Math.max(0, Math.min(1, (level - ring(upper).level()) / span));
        double m1 = slope(upper, what) * span;
        double m2 = slope(upper + 1, what) * span;
        // Cubic Hermite; flat where the neighbours lie on one side, so that it does not overshoot.
        m1 = (p1 - p0) * (p2 - p1) <= 0 ? 0 : m1;
        m2 = (p2 - p1) * (p3 - p2) <= 0 ? 0 : m2;
        double t2 = t * t;
        double t3 = t2 * t;
        return (2 * t3 - 3 * t2 + 1) * p1 + (t3 - 2 * t2 + t) * m1 + (3 * t2 - 2 * t3) * p2 + (t3 - t2) * m2;
    }

    private double slope(int i, int what) {
        double rise = value(i + 1, what) - value(i - 1, what);
        double run = ring(i + 1).level() - ring(i - 1).level();
        return run == 0 ? 0 : rise / run;
    }

    private Ring ring(int i) {
        return rings.get(Math.max(0, Math.min(rings.size() - 1, i)));
    }

    private double value(int i, int what) {
        Ring ring = ring(i);
        return switch (what) {
            case 0 -> ring.half();
            case 1 -> ring.depth();
            default -> ring.bow();
        };
    }
}
