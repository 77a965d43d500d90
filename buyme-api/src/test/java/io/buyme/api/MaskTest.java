package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MaskTest {

    private final Mask square = Mask.of(10, 10, (x, y) -> x >= 2 && x < 6 && y >= 3 && y < 7);

    @Test
    void knowsItsPixelsAndNothingOutside() {
        assertThat(square.contains(2, 3)).isTrue();
        assertThat(square.contains(6, 3)).isFalse();
        assertThat(square.contains(-1, 3)).isFalse();
        assertThat(square.contains(2, 100)).isFalse();
        assertThat(square.area()).isEqualTo(16);
        assertThat(square.bounds()).contains(new Box(2, 3, 4, 4));
    }

    @Test
    void readsBitsRowByRow() {
        BitSet bits = new BitSet();
        bits.set(1, 3);
        bits.set(5);
        Mask mask = Mask.ofBits(10, 20, 3, 2, bits);
        bits.clear();
        assertThat(mask)
                .isEqualTo(Mask.of(100, 100, (x, y) -> (y == 20 && (x == 11 || x == 12)) || (y == 21 && x == 12)));
        bits.set(6);
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.ofBits(0, 0, 3, 2, bits));
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.ofBits(0, 0, 0, 2, new BitSet()));
    }

    @Test
    void movesWithoutChangingItsShape() {
        Mask moved = square.translate(-2, 5);
        assertThat(moved.bounds()).contains(new Box(0, 8, 4, 4));
        assertThat(moved.contains(0, 8)).isTrue();
        assertThat(moved.translate(2, -5)).isEqualTo(square);
    }

    @Test
    void measuresOverlapByPixels() {
        Mask moved = square.translate(2, 0);
        assertThat(square.intersectionArea(moved)).isEqualTo(8);
        assertThat(square.iou(moved)).isEqualTo(8 / 24.0);
        assertThat(square.and(moved::contains).area()).isEqualTo(8);
    }

    @Test
    void isEqualByPixelsNotByRectangle() {
        Mask tight = Mask.of(2, 3, 4, 4, (x, y) -> true);
        assertThat(tight).isEqualTo(square).hasSameHashCodeAs(square);
        assertThat(tight.translate(1, 0)).isNotEqualTo(square);
    }

    @Test
    void mayBeWithoutPixelsButNotWithoutARectangle() {
        Mask nothing = Mask.of(3, 3, (x, y) -> false);
        assertThat(nothing.bounds()).isEmpty();
        assertThat(nothing.iou(nothing)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.of(0, 3, (x, y) -> true));
    }
}
