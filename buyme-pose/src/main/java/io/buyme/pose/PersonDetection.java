package io.buyme.pose;

import io.buyme.api.Box;

/**
 * A person as the detector sees one.
 *
 * @param score how sure the detector is, 0 to 1
 * @param head box around the face
 * @param hipX middle of the hips, pixels from the left
 * @param hipY middle of the hips, pixels from the top
 * @param topX topmost point of the circle around the body, pixels from the left
 * @param topY topmost point of the circle around the body, pixels from the top
 */
record PersonDetection(double score, Box head, double hipX, double hipY, double topX, double topY) {

    /** A standing body is about this much narrower than high. */
    private static final double BODY_ASPECT = 0.4;

    /** Returns the region in which to look for this person's landmarks. */
    Region region() {
        return Region.ofBody(hipX, hipY, topX, topY);
    }

    /** Returns the radius of the circle around the body in pixels. */
    double radius() {
        return Math.hypot(topX - hipX, topY - hipY);
    }

    /** Returns about where the body is, from the circle alone. */
    Box estimatedBody() {
        double dx = topX - hipX;
        double dy = topY - hipY;
        double halfWidth = Math.max(1, Math.max(Math.abs(dx), BODY_ASPECT * radius()));
        double halfHeight = Math.max(1, Math.max(Math.abs(dy), BODY_ASPECT * radius()));
        return Box.ofEdges(hipX - halfWidth, hipY - halfHeight, hipX + halfWidth, hipY + halfHeight);
    }
}
