package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Mask;

/**
 * What the framing rules look at. Lengths are in torsos, the distance from the middle of the shoulders to the middle of
 * the hips, so that they do not depend on the size of the photo.
 *
 * @param detection how sure the detector is that there is a person with a face, 0 to 1
 * @param crownToNose from the top of the mask to the nose
 * @param ankleToSole from the lower ankle to the bottom of the mask; negative if the mask ends above the ankle
 * @param eyesToTop from the upper eye to the top edge of the photo
 * @param anklesToBottom from the lower ankle to the bottom edge of the photo; negative outside
 * @param topContact part of the mask's width that touches the top edge of the photo, 0 to 1
 * @param bottomContact part of the mask's width that touches the bottom edge of the photo, 0 to 1
 * @param anklePresence how sure the model is that both ankles are inside the frame, 0 to 1
 * @param height of the mask, as a share of the photo's
 * @param turn of shoulders and hips away from the camera in degrees: 0 facing it, 90 side-on, 180 facing away
 * @param thigh from the middle of the hips down to the middle of the knees, as the photo shows it
 * @param kneesForward how much nearer to the camera the knees are than the ankles, in metres
 */
record Measures(
        double detection,
        double crownToNose,
        double ankleToSole,
        double eyesToTop,
        double anklesToBottom,
        double topContact,
        double bottomContact,
        double anklePresence,
        double height,
        double turn,
        double thigh,
        double kneesForward) {

    /** A mask this close to an edge touches it: the model's pixels are coarser than the photo's. */
    private static final double EDGE_BAND = 0.015;

    static Measures of(Body body, Mask mask, Box bounds, double detection) {
        Landmark nose = body.at(BodyPart.NOSE);
        double hips = middleY(body, BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        double eyes = Math.min(
                body.at(BodyPart.LEFT_EYE).y(), body.at(BodyPart.RIGHT_EYE).y());
        double ankles = lower(body, BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE);
        double torso = torso(body);
        int band = (int) Math.max(1, Math.round(EDGE_BAND * body.photoHeight()));
        return new Measures(
                detection,
                (nose.y() - bounds.y()) / torso,
                (bounds.bottom() - ankles) / torso,
                eyes / torso,
                (body.photoHeight() - ankles) / torso,
                contact(mask, bounds, 0, band),
                contact(mask, bounds, body.photoHeight() - band, body.photoHeight()),
                Math.min(
                        body.at(BodyPart.LEFT_ANKLE).presence(),
                        body.at(BodyPart.RIGHT_ANKLE).presence()),
                bounds.height() / body.photoHeight(),
                (turn(body, BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                                + turn(body, BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP))
                        / 2,
                (middleY(body, BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE) - hips) / torso,
                middleDepth(body, BodyPart.LEFT_ANKLE, BodyPart.RIGHT_ANKLE)
                        - middleDepth(body, BodyPart.LEFT_KNEE, BodyPart.RIGHT_KNEE));
    }

    /** Returns how far the line from the right to the left joint is turned from lying across the view. */
    private static double turn(Body body, BodyPart left, BodyPart right) {
        double across = body.at(left).across() - body.at(right).across();
        double depth = body.at(left).depth() - body.at(right).depth();
        return Math.abs(Math.toDegrees(Math.atan2(depth, across)));
    }

    private static double contact(Mask mask, Box bounds, int fromRow, int toRow) {
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

    private static double torso(Body body) {
        double dx = middleX(body, BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                - middleX(body, BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        double dy = middleY(body, BodyPart.LEFT_SHOULDER, BodyPart.RIGHT_SHOULDER)
                - middleY(body, BodyPart.LEFT_HIP, BodyPart.RIGHT_HIP);
        return Math.max(1, Math.hypot(dx, dy));
    }

    private static double middleX(Body body, BodyPart one, BodyPart other) {
        return (body.at(one).x() + body.at(other).x()) / 2;
    }

    private static double middleY(Body body, BodyPart one, BodyPart other) {
        return (body.at(one).y() + body.at(other).y()) / 2;
    }

    private static double middleDepth(Body body, BodyPart one, BodyPart other) {
        return (body.at(one).depth() + body.at(other).depth()) / 2;
    }

    private static double lower(Body body, BodyPart one, BodyPart other) {
        return Math.max(body.at(one).y(), body.at(other).y());
    }
}
