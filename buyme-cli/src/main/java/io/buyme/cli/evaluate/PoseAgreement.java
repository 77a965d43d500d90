package io.buyme.cli.evaluate;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.cli.evaluate.PoseScore.Pck;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far keypoints are from those of a reference, as the percentage of correct keypoints (PCK; Yang and Ramanan,
 * Articulated Human Detection with Flexible Mixtures of Parts, 2013), with the person's height as the measure. It looks at
 * COCO's keypoints that the reference is sure of, in photos where both see a person. One thread.
 */
final class PoseAgreement {

    private static final List<String> PARTS = List.of(
            "nose",
            "left_eye",
            "right_eye",
            "left_ear",
            "right_ear",
            "left_shoulder",
            "right_shoulder",
            "left_elbow",
            "right_elbow",
            "left_wrist",
            "right_wrist",
            "left_hip",
            "right_hip",
            "left_knee",
            "right_knee",
            "left_ankle",
            "right_ankle");

    /** Below it the reference rather guesses. */
    private static final double IN_SIGHT = 0.5;

    private static final double NEAR = 0.05;
    private static final double ABOUT = 0.1;

    private long photos;
    private long points;
    private long near;
    private long about;

    /** Compares the poses of one photo. */
    void add(Pose reference, Pose pose) {
        Optional<Box> person = reference.personBox();
        if (person.isEmpty()
                || reference.keypoints().isEmpty()
                || pose.keypoints().isEmpty()) {
            return;
        }
        photos++;
        for (String part : PARTS) {
            Keypoint expected = reference.keypoint(part).orElse(null);
            Keypoint actual = pose.keypoint(part).orElse(null);
            if (expected != null && expected.score() >= IN_SIGHT) {
                points++;
                double error = error(expected, actual) / person.get().height();
                near += error <= NEAR ? 1 : 0;
                about += error <= ABOUT ? 1 : 0;
            }
        }
    }

    private static double error(Keypoint expected, @Nullable Keypoint actual) {
        return actual == null
                ? Double.POSITIVE_INFINITY
                : Math.hypot(actual.x() - expected.x(), actual.y() - expected.y());
    }

    /** Returns the shares, or null if there was nothing to compare. */
    @Nullable
    Pck score() {
        return points == 0
                ? null
                : new Pck(
                        photos, points, Rounded.share((double) near / points), Rounded.share((double) about / points));
    }
}
