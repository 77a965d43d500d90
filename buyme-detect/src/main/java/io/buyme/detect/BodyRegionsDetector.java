package io.buyme.detect;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.awt.image.BufferedImage;
import java.util.List;

/** Cuts the person of the pose into garments. Holds nothing but whether it is closed, so threads do not meet. */
final class BodyRegionsDetector implements ArticleDetector {

    private volatile boolean closed;

    @Override
    public List<Detection> detectAll(List<DetectionInput> inputs) {
        if (closed) {
            throw new IllegalStateException("detector '" + BodyRegionsProvider.ID + "' is closed");
        }
        return inputs.stream().map(BodyRegionsDetector::detectOne).toList();
    }

    @Override
    public void close() {
        closed = true;
    }

    private static Detection detectOne(DetectionInput input) {
        if (input.pose().isEmpty()) {
            return Detection.none("no pose given: body regions are cut along the body, so nothing was searched");
        }
        Pose pose = input.pose().get();
        if (pose.verdict() == Verdict.NO_PERSON) {
            return Detection.none("no person in the photo: no article searched");
        }
        return Skeleton.of(pose)
                .map(skeleton -> detect(input.image(), pose, skeleton))
                .orElseGet(() -> Detection.none(
                        "the pose lacks shoulders or hips: body regions are cut along them, so nothing was searched"));
    }

    private static Detection detect(BufferedImage image, Pose pose, Skeleton skeleton) {
        return Body.of(image, pose, skeleton)
                .map(Garments::of)
                .orElseGet(() -> Detection.none("the person lies outside the photo: nothing was searched"));
    }
}
