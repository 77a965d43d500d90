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
