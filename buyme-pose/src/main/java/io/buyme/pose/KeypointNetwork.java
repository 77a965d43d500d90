package io.buyme.pose;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds the keypoints of a person of whom is known where they are. For one thread at a time. */
interface KeypointNetwork extends Network {

    /**
     * Returns the keypoints of COCO in its order, in pixels of the photo.
     *
     * @param person box around the person
     */
    List<Keypoint> locate(BufferedImage photo, Box person);
}
