package io.buyme.image.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunLengthsTest {

    /** 3 wide, 2 high; set are (0, 1), (1, 0) and (2, 1). */
    private static final RunLengths SMALL = RunLengths.of(3, 2, List.of(1, 2, 2, 1));

    @Test
    void runsGoDownTheColumns() {
        Mask mask = SMALL.mask();
        assertThat(mask).isEqualTo(Mask.of(3, 2, (x, y) -> (x == 1) != (y == 1)));
        assertThat(SMALL.area()).isEqualTo(3);
    }

    @Test
    void theMaskIsNoLargerThanItsPixels() {
        Mask mask = RunLengths.of(Mask.of(40, 50, (x, y) -> x == 7 && y > 10 && y < 20), 40, 50)
                .mask();
        assertThat(mask.bounds()).contains(new Box(7, 11, 1, 9));
        assertThat(mask.width()).isEqualTo(1);
        assertThat(mask.height()).isEqualTo(9);
    }

    /** The example was encoded by pycocotools' rules on paper: 1, 2, 2, then 1 - 2 = -1, which is 0x1f without more. */
    @Test
    void theFourthRunOnIsCompressedAsADifference() {
        assertThat(SMALL.compressed()).isEqualTo("122O");
        assertThat(RunLengths.ofCompressed(3, 2, "122O")).isEqualTo(SMALL);
    }

    @Test
    void longRunsTakeSeveralCharacters() {
        RunLengths runs = RunLengths.of(100, 100, List.of(9000, 1000));
        // 9000 = 8 * 1024 + 25 * 32 + 8; 1000 = 31 * 32 + 8, and a zero, as the 16 in 31 would be a sign.
        assertThat(runs.compressed()).isEqualTo("Xi8" + "Xo0");
        assertThat(RunLengths.ofCompressed(100, 100, runs.compressed())).isEqualTo(runs);
    }

    @Test
    void anyMaskComesBack() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            int width = 1 + random.nextInt(60);
            int height = 1 + random.nextInt(60);
            double share = random.nextDouble();
            Mask mask = Mask.of(width, height, (x, y) -> random.nextDouble() < share);
            RunLengths runs = RunLengths.of(mask, width, height);
            assertThat(runs.area()).isEqualTo(mask.area());
            assertThat(RunLengths.ofCompressed(width, height, runs.compressed()).mask())
                    .isEqualTo(mask);
        }
    }

    @Test
    void runsOverlapAsTheirMasksDo() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int width = 1 + random.nextInt(20);
            int height = 1 + random.nextInt(20);
            Mask first = speckled(random, width, height);
            Mask second = speckled(random, width, height);
            RunLengths runs = RunLengths.of(first, width, height);
            RunLengths others = RunLengths.of(second, width, height);
            assertThat(runs.intersectionArea(others))
                    .isEqualTo(others.intersectionArea(runs))
                    .isEqualTo(first.intersectionArea(second));
            assertThat(runs.union(others).mask())
                    .isEqualTo(Mask.of(width, height, (x, y) -> first.contains(x, y) || second.contains(x, y)));
        }
    }

    @Test
    void runsOfNoPixelsDoNotDisturb() {
        RunLengths stuttering = RunLengths.of(3, 2, List.of(0, 0, 1, 2, 0, 0, 2, 1, 0));
        assertThat(stuttering.intersectionArea(SMALL)).isEqualTo(3);
        assertThat(SMALL.intersectionArea(stuttering)).isEqualTo(3);
        assertThat(stuttering.union(SMALL)).isEqualTo(SMALL);
    }

    @Test
    void aMaskMayLieAnywhereInThePicture() {
        Mask mask = Mask.of(3, 1, 2, 3, (x, y) -> true);
        assertThat(RunLengths.of(mask, 6, 5).mask()).isEqualTo(mask);
        assertThat(RunLengths.of(mask, 5, 4).mask()).isEqualTo(mask);
        assertThat(RunLengths.of(Mask.of(9, 9, 4, 4, (x, y) -> false), 5, 4).area())
                .isZero();
    }

    @Test
    void aBoxHasThePixelsWhoseCentersAreInIt() {
        assertThat(RunLengths.of(new Box(1, 1, 2, 3), 5, 6).mask()).isEqualTo(Mask.of(1, 1, 2, 3, (x, y) -> true));
        assertThat(RunLengths.of(new Box(0.6, 0.4, 1, 1), 5, 6).mask()).isEqualTo(Mask.of(1, 0, 1, 1, (x, y) -> true));
        assertThat(RunLengths.of(new Box(-5, -5, 100, 100), 5, 6).area()).isEqualTo(30);
        assertThat(RunLengths.of(new Box(50, 2, 10, 2), 5, 6).area()).isZero();
    }

    @Test
    void runsOfPicturesOfDifferentSizesHaveNothingInCommon() {
        RunLengths turned = RunLengths.of(2, 3, List.of(6));
        assertThatThrownBy(() -> SMALL.intersectionArea(turned))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 x 2 and of one of 2 x 3");
        assertThatThrownBy(() -> SMALL.union(turned)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Mask speckled(Random random, int width, int height) {
        double share = random.nextDouble();
        return Mask.of(width, height, (x, y) -> random.nextDouble() < share);
    }

    @Test
    void noPixelIsAMaskToo() {
        Mask mask = RunLengths.of(4, 4, List.of(16)).mask();
        assertThat(mask.area()).isZero();
    }

    @Test
    void runsThatDoNotFillThePictureAreRefused() {
        assertThatThrownBy(() -> RunLengths.of(3, 3, List.of(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 pixels together")
                .hasMessageContaining("9");
        assertThatThrownBy(() -> RunLengths.of(3, 2, List.of(7, -1))).hasMessageContaining("a run of -1");
        assertThatThrownBy(() -> RunLengths.ofCompressed(3, 2, "Xi")).hasMessageContaining("middle of a number");
        assertThatThrownBy(() -> RunLengths.ofCompressed(3, 2, "1 2")).hasMessageContaining("' ' at 1");
        assertThatThrownBy(() -> RunLengths.of(Mask.of(9, 9, (x, y) -> true), 3, 2))
                .hasMessageContaining("beyond 3 x 2");
    }
}
