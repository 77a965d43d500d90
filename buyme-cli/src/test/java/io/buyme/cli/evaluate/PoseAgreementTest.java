package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.cli.evaluate.PoseScore.Pck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person of 200 pixels: within 5 % are 10 pixels, within 10 % are 20. */
class PoseAgreementTest {

    private final PoseAgreement agreement = new PoseAgreement();

    @Test
    void countsSharesOfThePersonsHeight() {
        agreement.add(
                pose(
                        point("nose", 50, 1),
                        point("left_knee", 50, 1),
                        point("right_knee", 50, 1),
                        point("left_hip", 50, 1)),
                pose(point("nose", 59, 1), point("left_knee", 61, 1), point("right_knee", 71, 0.1)));
        assertThat(agreement.score()).isEqualTo(new Pck(1, 4, 0.25, 0.5));
    }

    @Test
    void passesOverWhatTheReferenceOnlyGuessesAndPartsThatCocoLacks() {
        agreement.add(
                pose(point("nose", 50, 1), point("left_ankle", 50, 0.4), point("left_heel", 50, 1)),
                pose(point("nose", 50, 1), point("left_ankle", 150, 1), point("left_heel", 150, 1)));
        assertThat(agreement.score()).isEqualTo(new Pck(1, 1, 1, 1));
    }

    @Test
    void passesOverPhotosWhereOneSeesNobody() {
        agreement.add(pose(point("nose", 50, 1)), Pose.nobody(1, "no person"));
        agreement.add(Pose.nobody(1, "no person"), pose(point("nose", 50, 1)));
        assertThat(agreement.score()).isNull();
    }

    private static Keypoint point(String name, double x, double score) {
        return new Keypoint(name, x, 50, score);
    }

    private static Pose pose(Keypoint... points) {
        return new Pose(
                Verdict.FULL_FRONT,
                1,
                List.of(),
                List.of(points),
                Optional.of(new Box(0, 0, 100, 200)),
                Optional.empty(),
                List.of());
    }
}
