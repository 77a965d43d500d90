package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.Optional;

/**
 * A body with pixels, and the lengths that the gate measures on it. Immutable.
 *
 * @param scene the photo
 * @param mask pixels of the main person
 * @param bounds around the mask
 */
record Figure(Scene scene, Mask mask, Box bounds) {

    /** A mask this close to an edge touches it: the model's pixels are coarser than the photo's. */
    private static final double EDGE_BAND = 0.015;

    /** Returns the main person of a photo, if the model saw any pixel of one. */
    static Optional<Figure> of(Scene scene) {
        return scene.main().mask().flatMap(mask -> mask.bounds().map(bounds -> new Figure(scene, mask, bounds)));
    }

    /** Returns the distance from the middle of the shoulders to the middle of the hips in pixels, at least one. */
    double torso() {
        double dx = middleX(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                - middleX(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        double dy = middleY(BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                - middleY(BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        return Math.max(1, Math.hypot(dx, dy));
    }

    double noseY() {
        return at(BodyPart.NOSE).y();
    }

    double upperEyeY() {
        return Math.min(at(BodyPart.LEFT_EYE).y(), at(BodyPart.RIGHT_EYE).y());
    }

    double lowerAnkleY() {
        return Math.max(at(BodyPart.LEFT_ANKLE).y(), at(BodyPart.RIGHT_ANKLE).y());
    }

    /** Returns the row of the lowest heel or toe. */
    double soleY() {
        double heels =
                Math.max(at(BodyPart.LEFT_HEEL).y(), at(BodyPart.RIGHT_HEEL).y());
        return Math.max(
                heels,
                Math.max(
                        at(BodyPart.LEFT_FOOT_INDEX).y(),
                        at(BodyPart.RIGHT_FOOT_INDEX).y()));
    }

    int photoHeight() {
        return scene.main().photoHeight();
    }

    Landmark at(BodyPart part) {
        return scene.main().at(part);
    }

    double middleX(BodyPart one, BodyPart other) {
        return (at(one).x() + at(other).x()) / 2;
    }

    double middleY(BodyPart one, BodyPart other) {
        return (at(one).y() + at(other).y()) / 2;
    }

    double middleDepth(BodyPart one, BodyPart other) {
        return (at(one).depth() + at(other).depth()) / 2;
    }

    /** Returns how far the line from the right to the left joint is turned from lying across the view, in degrees. */
    double turn(BodyPart left, BodyPart right) {
        double across = at(left).across() - at(right).across();
        double depth = at(left).depth() - at(right).depth();
        return Math.abs(Math.toDegrees(Math.atan2(depth, across)));
    }

    /** Returns the part of the mask's width that touches the top edge of the photo, 0 to 1. */
    double topContact() {
        return contact(0, band());
    }

    /** Returns the part of the mask's width that touches the bottom edge of the photo, 0 to 1. */
    double bottomContact() {
        return contact(photoHeight() - band(), photoHeight());
    }

    private int band() {
        return (int) Math.max(1, Math.round(EDGE_BAND * photoHeight()));
    }

    private double contact(int fromRow, int toRow) {
        int touching = 0;
        for (int x = (int) bounds.x(); x < bounds.right(); x++) {
            for (int y = fromRow; y < toRow; y++) {
                if (mask.contains(x, y)) {
                    touching++;
                    break;
                }
            }
        }
        return touching / bounds.width();
    }
}
