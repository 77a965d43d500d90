package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {

    @Test
    void intersectionOverUnionOfHalfOverlappingBoxesIsAThird() {
        Box left = new Box(0, 0, 2, 1);
        Box right = new Box(1, 0, 2, 1);
        assertThat(left.iou(right)).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(right.iou(left)).isEqualTo(left.iou(right));
    }

    @Test
    void disjointAndTouchingBoxesDoNotIntersect() {
        Box box = new Box(0, 0, 1, 1);
        assertThat(box.iou(new Box(1, 0, 1, 1))).isZero();
        assertThat(box.iou(new Box(5, 5, 1, 1))).isZero();
        assertThat(box.iou(box)).isEqualTo(1);
    }

    @Test
    void clipsToWholePixelsOfTheImage() {
        assertThat(new Box(-3.5, 1.2, 10, 100).clip(5, 8)).isEqualTo(new Box(0, 1, 5, 7));
    }

    @Test
    void refusesToClipWhatIsOutsideTheImage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(10, 10, 5, 5).clip(8, 8))
                .withMessageContaining("positive size");
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,1", "0,0,1,-1", "NaN,0,1,1", "0,0,Infinity,1", "0,Infinity,1,1"})
    void refusesEmptyAndUnboundedBoxes(double x, double y, double width, double height) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Box(x, y, width, height));
    }

    @Test
    void expandsByAShareOnEachSide() {
        assertThat(new Box(10, 20, 10, 20).expand(0.1)).isEqualTo(new Box(9, 18, 12, 24));
    }
}
