package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One person's landmarks and pixels, in a photo of known size. Immutable. */
final class Body {

    private static final double IN_SIGHT = 0.5;

    private final int photoWidth;
    private final int photoHeight;
    private final double presence;
    private final Map<BodyPart, Landmark> landmarks;
    private final Optional<Mask> mask;
    private final Region refinedRegion;

    Body(
            int photoWidth,
            int photoHeight,
            double presence,
            Map<BodyPart, Landmark> landmarks,
            Optional<Mask> mask,
            Region refinedRegion) {
        this.photoWidth = photoWidth;
        this.photoHeight = photoHeight;
        this.presence = presence;
        this.landmarks = new EnumMap<>(landmarks);
        this.mask = mask;
        this.refinedRegion = refinedRegion;
    }

    int photoWidth() {
        return photoWidth;
    }

    int photoHeight() {
        return photoHeight;
    }

    /** Returns how sure the model is that there is a body at all, 0 to 1. */
    double presence() {
        return presence;
    }

    Landmark at(BodyPart part) {
        Landmark landmark = landmarks.get(part);
        if (landmark == null) {
            throw new IllegalStateException("the model left out " + part);
        }
        return landmark;
    }

    /** Returns the pixels of the body, if the model saw any inside the photo. */
    Optional<Mask> mask() {
        return mask;
    }

    /** Returns the region that fits this body best, from the model's two auxiliary landmarks. */
    Region refinedRegion() {
        return refinedRegion;
    }

    List<Keypoint> keypoints() {
        return Arrays.stream(BodyPart.values())
                .map(part -> new Keypoint(part.keypointName(), at(part).x(), at(part).y(), at(part).score()))
                .toList();
    }

    /** Returns the box around the mask and the landmarks in sight, inside the photo, if there is any of them. */
    Optional<Box> box() {
        Optional<Box> box = mask.flatMap(Mask::bounds);
        for (Landmark landmark : landmarks.values()) {
            if (landmark.score() >= IN_SIGHT && inside(landmark)) {
                Box pixel = new Box(landmark.x(), landmark.y(), 1, 1).clip(photoWidth, photoHeight);
                box = Optional.of(box.map(pixel::union).orElse(pixel));
            }
        }
        return box;
    }

    private boolean inside(Landmark landmark) {
        return landmark.x() >= 0 && landmark.y() >= 0 && landmark.x() < photoWidth && landmark.y() < photoHeight;
    }
}
