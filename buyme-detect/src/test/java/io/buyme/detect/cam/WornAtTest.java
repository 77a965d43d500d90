package io.buyme.detect.cam;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Mask.PixelTest;
import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import io.buyme.api.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WornAtTest {

    /** A person in the middle of a photo of 200 x 400, who fills the columns from 60 to 140. */
    private static final Mask PERSON = Mask.of(60, 20, 80, 370, (x, y) -> true);

    @ParameterizedTest
    @CsvSource({
        "hat, 30, true",
        "hat, 80, false",
        "eyewear, 50, true",
        "eyewear, 30, false",
        "top, 100, true",
        "top, 45, false",
        "top, 230, false",
        "outerwear, 260, true",
        "dress, 260, true",
        "dress, 380, false",
        "pants, 180, true",
        "pants, 120, false",
        "shorts, 230, true",
        "shorts, 330, false",
        "skirt, 300, true",
        "footwear, 370, true",
        "footwear, 300, false",
        "accessory, 100, true",
        "accessory, 370, true",
    })
    void articlesAreWhereTheyAreWorn(String category, int row, boolean possible) {
        assertThat(of(standing(1), category).test(100, row)).isEqualTo(possible);
    }

    @Test
    void handsAreBesidePants() {
        assertThat(of(standing(1), "pants").test(70, 200)).isTrue();
        assertThat(of(standing(1), "pants").test(62, 200)).isFalse();
        assertThat(of(standing(1), "top").test(62, 200)).isTrue();
    }

    @Test
    void onlyBagsAreBesideThePerson() {
        assertThat(of(standing(1), "top").test(20, 100)).isFalse();
        assertThat(of(standing(1), "accessory").test(20, 100)).isFalse();
        assertThat(of(standing(1), "bag").test(20, 100)).isTrue();
    }

    @Test
    void whoDoesNotStandWearsThemAnywhereOnThePerson() {
        PixelTest upsideDown = of(standing(-1), "footwear");
        assertThat(upsideDown.test(100, 100)).isTrue();
        assertThat(upsideDown.test(20, 100)).isFalse();
    }

    @Test
    void withoutAPoseTheyAreAnywhere() {
        assertThat(of(Optional.empty(), "footwear").test(20, 100)).isTrue();
    }

    private static PixelTest of(Optional<Pose> pose, String category) {
        return WornAt.of(pose).of(new CamCategory(category, Taxonomy.standard().superCategoryOf(category), 1, 0));
    }

    private static Optional<Pose> standing(int direction) {
        List<Keypoint> joints = new ArrayList<>();
        pair(joints, "left_eye", "right_eye", 50 * direction);
        pair(joints, "mouth_left", "mouth_right", 62 * direction);
        pair(joints, "left_shoulder", "right_shoulder", 90 * direction);
        pair(joints, "left_hip", "right_hip", 190 * direction);
        pair(joints, "left_knee", "right_knee", 270 * direction);
        pair(joints, "left_ankle", "right_ankle", 360 * direction);
        return Optional.of(
                new Pose(Verdict.FULL_FRONT, 1, List.of(), joints, PERSON.bounds(), Optional.of(PERSON), List.of()));
    }

    private static void pair(List<Keypoint> joints, String left, String right, double y) {
        joints.add(new Keypoint(left, 110, y, 1));
        joints.add(new Keypoint(right, 90, y, 1));
    }
}
