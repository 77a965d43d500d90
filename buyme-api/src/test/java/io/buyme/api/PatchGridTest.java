package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PatchGridTest {

    private static final Box AREA = new Box(-10, 0, 60, 40);
    private static final PatchGrid GRID = PatchGrid.of(2, 3, AREA, 1, 0, 2, 0, 3, 0, 0, 4, 0, 0, 3, 4);

    @Test
    void partsItsAreaIntoCells() {
        assertThat(GRID.channels()).isEqualTo(2);
        assertThat(GRID.cell(0, 0)).isEqualTo(new Box(-10, 0, 20, 20));
        assertThat(GRID.cell(1, 2)).isEqualTo(new Box(30, 20, 20, 20));
    }

    @Test
    void keepsFeaturesByCell() {
        assertThat(GRID.features(0, 2)).containsExactly(3, 0);
        assertThat(GRID.features(1, 2)).containsExactly(3, 4);
    }

    @Test
    void isNotChangedThroughArrays() {
        float[] values = {1, 2};
        PatchGrid grid = PatchGrid.of(1, 1, AREA, values);
        values[0] = 9;
        grid.features(0, 0)[1] = 9;
        assertThat(grid.features(0, 0)).containsExactly(1, 2);
    }

    @Test
    void comparesCellsByCosine() {
        assertThat(GRID.similarity(0, 0, GRID, 0, 1)).isEqualTo(1);
        assertThat(GRID.similarity(0, 0, GRID, 1, 0)).isZero();
        assertThat(GRID.similarity(0, 0, GRID, 1, 1)).isZero();
        assertThat(GRID.similarity(0, 0, GRID, 1, 2)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> PatchGrid.of(2, 3, AREA, 1, 2, 3, 4, 5, 6, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> PatchGrid.of(1, 1, AREA));
        assertThatIllegalArgumentException().isThrownBy(() -> PatchGrid.of(0, 1, AREA, 1));
        PatchGrid narrow = PatchGrid.of(1, 1, AREA, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> GRID.similarity(0, 0, narrow, 0, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> GRID.cell(2, 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> GRID.features(0, -1));
    }
}
