package io.buyme.cli.evaluate;

import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.util.List;

/** Sees nobody in any photo. */
final class Nobody implements PoseClassifier {

    @Override
    public List<Pose> classifyAll(List<BufferedImage> images) {
        return images.stream().map(image -> Pose.nobody(1, "nobody")).toList();
    }

    @Override
    public void close() {}
}
