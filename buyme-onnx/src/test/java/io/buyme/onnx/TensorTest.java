package io.buyme.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;

class TensorTest {

    private static final Tensor CUBE = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2);

    @Test
    void keepsValuesInCOrder() {
        assertThat(CUBE.row(0)).containsExactly(1, 2, 3, 4);
        assertThat(CUBE.row(1)).containsExactly(5, 6, 7, 8);
        assertThat(CUBE.size(2)).isEqualTo(2);
        assertThat(CUBE).hasToString("Tensor[2, 2, 2]");
    }

    @Test
    void cannotBeWrittenThrough() {
        assertThatExceptionOfType(ReadOnlyBufferException.class)
                .isThrownBy(() -> CUBE.values().put(9));
        float[] given = {1, 2};
        Tensor copy = Tensor.of(given, 2);
        given[0] = 9;
        copy.toArray()[1] = 9;
        assertThat(copy.toArray()).containsExactly(1, 2);
    }

    @Test
    void givesEachReaderAPositionOfItsOwn() {
        CUBE.values().position(5);
        assertThat(CUBE.values().position()).isZero();
    }

    @Test
    void standsOverABufferWithoutMovingIt() {
        FloatBuffer buffer =
                Tensor.buffer(5).put(new float[] {9, 1, 2, 3, 9}).position(1).limit(4);
        Tensor tensor = Tensor.over(buffer, 3);
        buffer.clear();
        assertThat(tensor.toArray()).containsExactly(1, 2, 3);
        assertThat(tensor.values().isDirect()).isTrue();
    }

    @Test
    void reversesAnAxis() {
        Tensor rows = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3);
        assertThat(rows.reversed(2).toArray()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(rows.reversed(1).toArray()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(rows.reversed(0).toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rows.reversed(2).shape()).isEqualTo(rows.shape());
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> rows.reversed(3));
    }

    @Test
    void holdsASingleValueOrNone() {
        assertThat(Tensor.of(new float[] {3}).shape()).isEmpty();
        assertThat(Tensor.of(new float[0], 0, 4).toArray()).isEmpty();
    }

    @Test
    void refusesShapesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.of(new float[3], 2, 2))
                .withMessageContainingAll("[2, 2]", "4 values", "got 3");
        assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of(new float[1], -1, -1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> CUBE.row(2));
    }
}
