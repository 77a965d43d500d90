package io.buyme.detect;

/**
 * A line segment of the body with its usual half-width, and the stations of its ends. A station tells how far down the
 * body a cell is, whatever the posture: -1 on the shoulder line, 0 at the hips, 1 at the knees, 2 at the ankles.
 */
record Bone(BodyPart part, double x0, double y0, double x1, double y1, double radius, double from, double to) {

    /** Returns the square of how many half-widths a point is away from the middle line. */
    double squaredDistance(double x, double y) {
        double t = Math.min(1, Math.max(0, along(x, y)));
        double dx = x - x0 - t * (x1 - x0);
        double dy = y - y0 - t * (y1 - y0);
        return (dx * dx + dy * dy) / (radius * radius);
    }

    /** Returns the station of a point; beyond the ends of the segment it goes on by the same measure. */
    double station(double x, double y) {
        return from + along(x, y) * (to - from);
    }

    private double along(double x, double y) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        return length == 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length;
    }
}
