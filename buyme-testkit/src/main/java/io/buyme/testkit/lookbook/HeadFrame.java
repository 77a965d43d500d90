package io.buyme.testkit.lookbook;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Where the head is in the picture, and where on it a feature lies.
 *
 * @param center in pixels
 * @param halfWidth of the face that the camera sees, in pixels
 * @param halfHeight in pixels
 * @param yaw turn of the head, in degrees
 * @param roll tilt, in radians
 */
record HeadFrame(Point2D center, double halfWidth, double halfHeight, double yaw, double roll) {

    private static final double WIDTH = 0.0445;
    private static final double DEPTH = 0.055;
    private static final double HEIGHT = 0.0665;

    static HeadFrame of(Figure figure) {
        double yaw = Math.toRadians(figure.pose().headYaw());
        double size = figure.unit() * figure.shape().head();
        double half = Math.hypot(WIDTH * Math.cos(yaw), DEPTH * Math.sin(yaw)) * size;
        Point2D center = figure.camera().project(figure.skeleton().head());
        double roll = Math.toRadians(figure.pose().lean()) * 0.8;
        return new HeadFrame(center, half, HEIGHT * size, figure.pose().headYaw(), roll);
    }

    /**
     * Returns the pixel of a feature.
     *
     * @param x to the wearer's left, 1 at the ear
     * @param y down, 1 at the chin
     * @param lift distance from the middle of the head, 1 on its surface
     */
    Point2D at(double x, double y, double lift) {
        double z = Math.sqrt(Math.max(0, 1 - 0.9 * x * x - 0.45 * y * y)) * lift;
        return place(x, y, z);
    }

    /** Returns the pixel of a place in or on the head, z to the front, 1 at the tip of the nose's root. */
    Point2D place(double x, double y, double z) {
        double size = halfHeight / HEIGHT;
        double across = x * WIDTH * size * cos() + z * DEPTH * size * sin();
        double down = y * halfHeight;
        return new Point2D.Double(
                center.getX() + across * Math.cos(roll) - down * Math.sin(roll),
                center.getY() + across * Math.sin(roll) + down * Math.cos(roll));
    }

    /** Returns a shape, given in pixels around the middle of the head, where it lies in the picture. */
    Shape placed(Shape local) {
        AffineTransform place = AffineTransform.getTranslateInstance(center.getX(), center.getY());
        place.rotate(roll);
        return place.createTransformedShape(local);
    }

    /** Tells whether a feature is on the side of the head that the camera sees. */
    boolean sees(double x, double y) {
        double z = Math.sqrt(Math.max(0, 1 - 0.9 * x * x - 0.45 * y * y));
        return z * DEPTH * cos() - x * WIDTH * sin() > -0.004;
    }

    boolean fromBehind() {
        return cos() < -0.2;
    }

    /** Returns how far the face is turned to the right of the picture, -1 to 1. */
    double turnRight() {
        return sin();
    }

    double cos() {
        return Math.cos(Math.toRadians(yaw));
    }

    private double sin() {
        return Math.sin(Math.toRadians(yaw));
    }
}
