package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.Pose;
import io.buyme.api.Pose.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkeletonSheetTest {

    @Test
    void showsHalfWrongAndHalfRightOnesWhereThereAreEnough() {
        assertThat(SkeletonSheet.of("a", judged(60, 40), 1).photos())
                .hasSize(24)
                .filteredOn(photo -> !photo.right())
                .hasSize(12);
    }

    @Test
    void fillsUpWithRightOnes() {
        assertThat(SkeletonSheet.of("a", judged(60, 3), 1).photos())
                .hasSize(24)
                .filteredOn(photo -> !photo.right())
                .hasSize(3);
        assertThat(SkeletonSheet.of("a", judged(5, 0), 1).photos()).hasSize(5);
        assertThat(SkeletonSheet.of("a", List.of(), 1).draw().getWidth()).isPositive();
    }

    @Test
    void anotherSeedShowsOthers() {
        List<JudgedPhoto> judged = judged(100, 100);
        assertThat(SkeletonSheet.of("a", judged, 1).photos())
                .isEqualTo(SkeletonSheet.of("a", judged, 1).photos())
                .isNotEqualTo(SkeletonSheet.of("a", judged, 2).photos());
    }

    private static List<JudgedPhoto> judged(int right, int wrong) {
        return IntStream.range(0, right + wrong)
                .mapToObj(i -> new JudgedPhoto(
                        new PoseLabels.Row(i + ".jpg", Path.of(i + ".jpg"), i < right, "", false), fullFront()))
                .toList();
    }

    private static Pose fullFront() {
        return new Pose(Verdict.FULL_FRONT, 1, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }
}
