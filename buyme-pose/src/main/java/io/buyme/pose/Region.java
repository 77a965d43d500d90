package io.buyme.pose;

/**
 * A turned square in a photo, in pixels, on which a model looks. Positions inside it run from (0, 0), its upper left,
 * to (1, 1).
 *
 * @param centerX pixels from the left
 * @param centerY pixels from the top
 * @param size length of an edge
 * @param angle by which it is turned clockwise, in radians
 */
record Region(double centerX, double centerY, double size, double angle) {

    /** BlazePose sees a body in a square a quarter larger than the circle around it. */
    private static final double MARGIN = 1.25;

    /** Returns the square around a whole photo. */
    static Region whole(int width, int height) {
        return new Region(width / 2.0, height / 2.0, Math.max(width, height), 0);
    }

    /** Returns the region of a body given by the middle of its hips and the topmost point of the circle around it. */
    static Region ofBody(double hipX, double hipY, double topX, double topY) {
        double radius = Math.hypot(topX - hipX, topY - hipY);
        return new Region(hipX, hipY, Math.max(1, 2 * radius * MARGIN), Math.atan2(topX - hipX, hipY - topY));
    }

    /** Returns the column in the photo of a position in this region. */
    double photoX(double u, double v) {
        return centerX + size * ((u - 0.5) * Math.cos(angle) - (v - 0.5) * Math.sin(angle));
    }

    /** Returns the row in the photo of a position in this region. */
    double photoY(double u, double v) {
        return centerY + size * ((u - 0.5) * Math.sin(angle) + (v - 0.5) * Math.cos(angle));
    }

    /** Returns half the edge of the upright square around this one. */
    double reach() {
        return size / 2 * (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle)));
    }
}
