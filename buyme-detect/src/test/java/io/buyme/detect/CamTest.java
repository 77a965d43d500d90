package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Article;
import io.buyme.api.ArticleDetector;
import io.buyme.api.Box;
import io.buyme.api.Detection;
import io.buyme.api.DetectionInput;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.spi.Options;
import io.buyme.testkit.RealPhotos;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The network of {@code cam} in the jar. */
class CamTest {

    private static final Box PANTS = new Box(181, 406, 140, 363);
    private static final Box SHOES = new Box(231, 748, 88, 34);

    /** A photo that the network has not learned from; the boxes are those of its annotations. */
    @Test
    void itFindsWhatAPersonWears() throws IOException {
        DetectionInput input = DetectionInput.of(
                ImageIO.read(RealPhotos.require("ccp/photos/0024.jpg").toFile()), standing());
        try (ArticleDetector detector = new CamProvider().create(Options.none())) {
            Detection detection = detector.detect(input);

            assertThat(only(detection, "pants").box().iou(PANTS)).isGreaterThan(0.5);
            assertThat(only(detection, "footwear").box().intersectionArea(SHOES))
                    .isGreaterThan(0.8 * SHOES.area());
        }
    }

    private static Pose standing() {
        List<Keypoint> joints = List.of(
                new Keypoint("left_eye", 270, 85, 1),
                new Keypoint("right_eye", 242, 85, 1),
                new Keypoint("nose", 256, 105, 1),
                new Keypoint("left_shoulder", 318, 190, 1),
                new Keypoint("right_shoulder", 200, 190, 1),
                new Keypoint("left_hip", 290, 400, 1),
                new Keypoint("right_hip", 220, 400, 1),
                new Keypoint("left_knee", 285, 570, 1),
                new Keypoint("right_knee", 225, 570, 1),
                new Keypoint("left_ankle", 300, 745, 1),
                new Keypoint("right_ankle", 245, 735, 1));
        return new Pose(
                Verdict.FULL_FRONT,
                1,
                List.of(),
                joints,
                Optional.of(Box.ofEdges(140, 30, 382, 800)),
                Optional.empty(),
                List.of());
    }

    private static Article only(Detection detection, String category) {
        return detection.articles().stream()
                .filter(article -> article.category().equals(category))
                .findFirst()
                .orElseThrow();
    }
}
