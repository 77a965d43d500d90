package io.buyme.testkit.lookbook;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/**
 * One cut across a {@link Strip}, from its left edge to its right edge.
 *
 * @param left left edge, in pixels
 * @param right right edge, in pixels
 * @param along how far down the cloth this cut is, in body heights
 * @param across where the cut starts and ends on the cloth, sideways, in body heights
 * @param turn how far the surface turns away at the edges: -1 faces left, 0 the camera, 1 right
 */
record Section(Point2D left, Point2D right, double along, Range across, Range turn) {

    /** From one value to another. */
    record Range(double from, double to) {

        static final Range ROUND = new Range(-1, 1);

        static Range around(double center, double half) {
            return new Range(center - half, center + half);
        }
    }

    /** Returns the cut through a round limb whose axis runs in the direction (dx, dy). */
    static Section ofLimb(Point2D center, double dx, double dy, double radius, double along, double unit) {
        double length = Math.hypot(dx, dy);
        double nx = dy / length * radius;
        double ny = -dx / length * radius;
        Point2D left = new Point2D.Double(center.getX() - nx, center.getY() - ny);
        Point2D right = new Point2D.Double(center.getX() + nx, center.getY() + ny);
        double sign = dy < -0.2 * length ? -1 : 1;
        return new Section(left, right, along, Range.around(0, radius / unit), new Range(-sign, sign));
    }

    /** Returns the same cut at another place of the cloth: its middle that far to the side. */
    Section across(double middle) {
        double half = (across.to() - across.from()) / 2;
        return new Section(left, right, along, Range.around(middle, half), turn);
    }

    Section turned(Range other) {
        return new Section(left, right, along, across, other);
    }

    /** Returns the cut that far beyond the next one, in the direction from this one to it. */
    Section continued(Section next, double distance) {
        double dx = next.center().getX() - center().getX();
        double dy = next.center().getY() - center().getY();
        double length = Math.max(1e-6, Math.hypot(dx, dy));
        double moreAlong = (next.along() - along) * distance / length;
        return new Section(
                moved(next.left, dx / length * distance, dy / length * distance),
                moved(next.right, dx / length * distance, dy / length * distance),
                next.along() + moreAlong,
                next.across(),
                next.turn());
    }

    private static Point2D moved(Point2D point, double dx, double dy) {
        return new Point2D.Double(point.getX() + dx, point.getY() + dy);
    }

    Line2D line() {
        return new Line2D.Double(left, right);
    }

    Point2D center() {
        return point(0.5);
    }

    /** Returns the point at that share of the way from the left edge to the right one. */
    Point2D point(double share) {
        return new Point2D.Double(
                left.getX() + (right.getX() - left.getX()) * share, left.getY() + (right.getY() - left.getY()) * share);
    }

    double width() {
        return left.distance(right);
    }
}
