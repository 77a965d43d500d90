package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.onnx.Placement;
import java.util.Optional;

/**
 * What of a photo a network saw, and how to get from its canvas back to the photo.
 *
 * @param photoWidth in pixels
 * @param photoHeight in pixels
 * @param placement of a region of the photo on the canvas
 */
record View(int photoWidth, int photoHeight, Placement placement) {

    /** Coordinates are multiples of its inverse, so that sums of them are exact and no box exceeds its photo by a bit. */
    private static final double STEPS = 256;

    /** Returns an area of the canvas in photo pixels; it may reach beyond the photo. */
    Box inPhoto(Box onCanvas) {
        return placement.toImage(onCanvas);
    }

    /** Returns the canvas in photo pixels. */
    Box region() {
        return placement.part();
    }

    double canvasWidth() {
        return placement.target().width();
    }

    double canvasHeight() {
        return placement.target().height();
    }

    /** Returns what of a box lies in the photo, if anything does. */
    Optional<Box> visible(Box box) {
        double left = onStep(Math.max(0, box.x()));
        double top = onStep(Math.max(0, box.y()));
        double right = onStep(Math.min(photoWidth, box.right()));
        double bottom = onStep(Math.min(photoHeight, box.bottom()));
        return right > left && bottom > top ? Optional.of(Box.ofEdges(left, top, right, bottom)) : Optional.empty();
    }

    private static double onStep(double value) {
        return Math.rint(value * STEPS) / STEPS;
    }
}
