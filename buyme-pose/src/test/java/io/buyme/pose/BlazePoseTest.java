package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.testkit.PoseClassifierTck;
import java.awt.image.BufferedImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The contract, and what is to be seen in real photos. */
class BlazePoseTest extends PoseClassifierTck {

    @Override
    protected BlazePoseProvider provider() {
        return new BlazePoseProvider();
    }

    private static BufferedImage realPerson() {
        return TestPhotos.require(TestPhotos.WHOLE_PERSON);
    }

    @Test
    void findsTheWholePersonWhereSheIs() {
        Pose pose = stage().classify(realPerson());

        assertThat(pose.verdict()).isEqualTo(Verdict.FULL_FRONT);
        assertThat(pose.reasons()).isEmpty();
        assertThat(pose.keypoints()).hasSize(33);
        assertNear(pose, "nose", 336, 103);
        assertNear(pose, "left_shoulder", 363, 203);
        assertNear(pose, "right_shoulder", 226, 180);
        assertNear(pose, "left_ankle", 278, 724);
        assertThat(pose.otherPersons()).isEmpty();
        assertThat(pose.personBox().orElseThrow().iou(new Box(133, 32, 258, 775)))
                .isGreaterThan(0.9);
    }

    @Test
    void followsThePersonIntoALargerPhoto() {
        BufferedImage person = realPerson();
        Pose near = stage().classify(person);
        Pose far = stage().classify(TestPhotos.surrounded(person, 2));

        assertThat(far.verdict()).isEqualTo(Verdict.FULL_FRONT);
        Box expected = near.personBox().orElseThrow().translate(person.getWidth() / 2.0, person.getHeight() / 2.0);
        assertThat(far.personBox().orElseThrow().iou(expected)).isGreaterThan(0.85);
        Mask mask = near.personMask().orElseThrow().translate(person.getWidth() / 2, person.getHeight() / 2);
        assertThat(far.personMask().orElseThrow().iou(mask)).isGreaterThan(0.8);
    }

    @Test
    void saysThatFeetAreCutOff() {
        Pose pose = stage().classify(TestPhotos.rows(realPerson(), 0, 0.7));
        assertThat(pose.verdict()).isEqualTo(Verdict.HALF_BODY);
        assertThat(pose.reasons()).containsExactly("feet are cut off");
    }

    @Test
    void saysThatTheHeadIsCutOff() {
        Pose pose = stage().classify(TestPhotos.rows(realPerson(), 0.15, 1));
        assertThat(pose.verdict()).isEqualTo(Verdict.HALF_BODY);
        assertThat(pose.reasons()).contains("head is cut off");
    }

    @Test
    void letsNoLegsAndNoGarmentPass() {
        assertThat(stage().classify(TestPhotos.rows(realPerson(), 0.5, 1)).verdict())
                .isNotEqualTo(Verdict.FULL_FRONT);
        assertThat(stage().classify(TestPhotos.require("pose/crops/0013_lower.jpg"))
                        .verdict())
                .isNotEqualTo(Verdict.FULL_FRONT);
    }

    @Test
    void givesLegsNoInventedSkeleton() {
        Pose pose = stage().classify(TestPhotos.rows(realPerson(), 0.45, 1));
        assertThat(pose.keypoints()).isEmpty();
    }

    /** The model is made for one person; of a crowd it finds some. */
    @Test
    void judgesOneOfTenPeopleAndReportsOthers() {
        Pose pose = stage().classify(TestPhotos.tiled(realPerson(), 5, 2));

        Box main = pose.personBox().orElseThrow();
        assertThat(pose.keypoints()).hasSize(33);
        assertThat(pose.otherPersons())
                .isNotEmpty()
                .allSatisfy(other -> assertThat(other.iou(main)).isLessThan(0.5));
    }

    private static void assertNear(Pose pose, String part, double x, double y) {
        Keypoint keypoint = pose.keypoint(part).orElseThrow();
        assertThat(keypoint.x()).as(part).isCloseTo(x, Offset.offset(15.0));
        assertThat(keypoint.y()).as(part).isCloseTo(y, Offset.offset(15.0));
        assertThat(keypoint.score()).as(part).isGreaterThan(0.8);
    }
}
