package io.buyme.catalog.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityMapTest {

    private static final SimilarityMap MAP =
            new SimilarityMap(2, 2, new Box(10, 20, 40, 20), List.of(1.0, 3.0, 2.0, 0.0));

    @Test
    void cellsLieRowByRow() {
        assertThat(MAP.cell(1)).isEqualTo(new Box(30, 20, 20, 10));
        assertThat(MAP.cell(2)).isEqualTo(new Box(10, 30, 20, 10));
        assertThat(MAP.hottestFirst()).containsExactly(1, 2, 0, 3);
        assertThatThrownBy(() -> MAP.cell(4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void betweenTheMiddlesOfCellsValuesAreInBetween() {
        assertThat(MAP.at(20, 25)).isCloseTo(1, within(1e-9));
        assertThat(MAP.at(40, 25)).isCloseTo(3, within(1e-9));
        assertThat(MAP.at(30, 25)).isCloseTo(2, within(1e-9));
        assertThat(MAP.at(30, 30)).isCloseTo(1.5, within(1e-9));
        assertThat(MAP.at(-1000, -1000)).as("beyond the area").isCloseTo(1, within(1e-9));
    }

    @Test
    void thereIsOneFiniteValueForEachCell() {
        Box area = new Box(0, 0, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new SimilarityMap(2, 2, area, List.of(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SimilarityMap(0, 2, area, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SimilarityMap(1, 1, area, List.of(Double.NaN)));
    }
}
