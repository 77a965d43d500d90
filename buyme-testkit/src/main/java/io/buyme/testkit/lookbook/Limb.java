package io.buyme.testkit.lookbook;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * An arm or a leg in the picture: an axis through three joints, softly bent, with a radius at each.
 *
 * @param root shoulder or hip, in pixels
 * @param middle elbow or knee
 * @param end wrist or ankle
 * @param radii of the skin, in pixels
 * @param unit pixels per body height
 */
record Limb(Point2D root, Point2D middle, Point2D end, Radii radii, double unit) {

    /** Share of each bone over which a joint bends. */
    private static final double BEND = 0.22;

    private static final int CUTS = 22;

    /** Radii at the root, above and below the middle joint, at the calf or forearm's belly, and at the end. */
    record Radii(double root, double middle, double belly, double end) {

        double at(double q) {
            if (q < 1) {
                return root + (middle - root) * smooth(q);
            }
            double p = q - 1;
            return p < 0.35
                    ? middle + (belly - middle) * smooth(p / 0.35)
                    : belly + (end - belly) * smooth((p - 0.35) / 0.65);
        }

        private static double smooth(double t) {
            return t * t * (3 - 2 * t);
        }

        Radii scaled(double factor) {
            return new Radii(root * factor, middle * factor, belly * factor, end * factor);
        }
    }

    /** How wide a sleeve or trouser leg is at a place of the limb, in pixels. */
    @FunctionalInterface
    interface Width {

        /** Returns the radius at q: 0 at the root, 1 at the middle joint, 2 at the end. */
        double at(double q);
    }

    /** Returns the point of the axis at q: 0 at the root, 1 at the middle joint, 2 at the end. */
    Point2D point(double q) {
        if (q <= 1 - BEND) {
            return between(root, middle, q);
        }
        if (q >= 1 + BEND) {
            return between(middle, end, q - 1);
        }
        double t = (q - 1 + BEND) / (2 * BEND);
        Point2D from = between(root, middle, 1 - BEND);
        Point2D to = between(middle, end, BEND);
        return between(between(from, middle, t), between(middle, to, t), t);
    }

    /** Returns the cuts of a piece around the limb, from one place to another. */
    List<Section> sections(double from, double to, Width width, double startAlong) {
        List<Section> sections = new ArrayList<>();
        double along = startAlong;
        for (int i = 0; i <= CUTS; i++) {
            double q = from + (to - from) * i / CUTS;
            sections.add(section(q, width.at(q), along));
            along += (q < 1 ? root.distance(middle) : middle.distance(end)) * (to - from) / CUTS / unit;
        }
        return sections;
    }

    Section section(double q, double radius, double along) {
        Point2D before = point(q - 0.04);
        Point2D after = point(q + 0.04);
        double dx = after.getX() - before.getX();
        double dy = after.getY() - before.getY();
        if (Math.hypot(dx, dy) < 1e-6) {
            dy = 1;
        }
        return Section.ofLimb(point(q), dx, dy, radius, along, unit);
    }

    /** Returns the skin's radius, in pixels. */
    double radius(double q) {
        return radii.at(q);
    }

    private static Point2D between(Point2D a, Point2D b, double t) {
        return new Point2D.Double(a.getX() + (b.getX() - a.getX()) * t, a.getY() + (b.getY() - a.getY()) * t);
    }
}
