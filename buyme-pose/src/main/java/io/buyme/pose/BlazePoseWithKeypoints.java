package io.buyme.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What BlazePose says of a photo, with the keypoints of another network, which looks where BlazePose saw the person. The
 * verdict stays BlazePose's, as it also comes from the mask and from depths. Where that sees nobody there are no keypoints.
 */
final class BlazePoseWithKeypoints implements PoseClassifier {

    private final PoseClassifier blazePose;
    private final NetworkPool<? extends KeypointNetwork> keypoints;

    /** Creates a classifier that owns both. */
    BlazePoseWithKeypoints(PoseClassifier blazePose, NetworkPool<? extends KeypointNetwork> keypoints) {
        this.blazePose = blazePose;
        this.keypoints = keypoints;
    }

    @Override
    public List<Pose> classifyAll(List<BufferedImage> images) {
        keypoints.requireOpen();
        images.forEach(image -> requireNonNull(image, "image"));
        return images.stream().map(this::look).toList();
    }

    private Pose look(BufferedImage image) {
        Pose pose = blazePose.classify(image);
        return pose.keypoints().isEmpty()
                ? pose
                : pose.personBox()
                        .map(person -> keypoints.use(network -> network.locate(image, person)))
                        .map(found -> with(pose, found))
                        .orElse(pose);
    }

    private static Pose with(Pose pose, List<Keypoint> keypoints) {
        return new Pose(
                pose.verdict(),
                pose.score(),
                pose.reasons(),
                keypoints,
                pose.personBox(),
                pose.personMask(),
                pose.otherPersons());
    }

    @Override
    public void close() {
        try (blazePose) {
            keypoints.close();
        }
    }
}
