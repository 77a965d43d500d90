package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A photo in which to look for articles.
 *
 * @param image only read
 * @param pose what the pose stage saw, for detectors that profit from it
 */
public record DetectionInput(BufferedImage image, Optional<Pose> pose) {

    /** Checks that nothing is missing. */
    public DetectionInput {
        requireNonNull(image, "image");
        requireNonNull(pose, "pose");
    }

    /** Returns an input without a pose. */
    public static DetectionInput of(BufferedImage image) {
        return new DetectionInput(image, Optional.empty());
    }

    /** Returns an input with its pose. */
    public static DetectionInput of(BufferedImage image, Pose pose) {
        return new DetectionInput(image, Optional.of(pose));
    }
}
