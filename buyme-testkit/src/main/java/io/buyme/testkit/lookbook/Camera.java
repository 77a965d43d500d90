package io.buyme.testkit.lookbook;

import java.awt.geom.Point2D;

/**
 * Turns points in the room into pixels: a far camera at eye level, so feet that point at it are seen from above.
 *
 * @param yaw turn of the person, in degrees
 * @param unit pixels per body height
 * @param originX pixel column of the person's middle
 * @param originY pixel row of the top of a standing person
 */
record Camera(double yaw, double unit, double originX, double originY) {

    private static final double EYE_LEVEL = 0.3;
    private static final double FORESHORTENING = 0.42;

    Point2D project(Vec point) {
        double depth = depth(point);
        double x = point.x() * cos() + point.z() * sin();
        double y = point.y() + depth * FORESHORTENING * (point.y() - EYE_LEVEL);
        return new Point2D.Double(originX + unit * x, originY + unit * y);
    }

    /** Returns how much nearer than the person's middle a point is, in body heights. */
    double depth(Vec point) {
        return point.z() * cos() - point.x() * sin();
    }

    double cos() {
        return Math.cos(Math.toRadians(yaw));
    }

    double sin() {
        return Math.sin(Math.toRadians(yaw));
    }
}
