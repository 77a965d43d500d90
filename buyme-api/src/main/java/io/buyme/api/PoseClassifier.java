package io.buyme.api;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the main person of a photo, her keypoints, and whether it is a full-front shot. */
public interface PoseClassifier extends Stage {

    /**
     * Returns one pose per image, in order. A photo without a person is no error: its verdict is
     * {@link Pose.Verdict#NO_PERSON}. Images are only read.
     */
    List<Pose> classifyAll(List<BufferedImage> images);

    /** Returns the pose of one image. */
    default Pose classify(BufferedImage image) {
        return classifyAll(List.of(image)).get(0);
    }
}
