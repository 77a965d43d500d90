package io.buyme.detect.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.onnx.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {

    private static final HeatGrid GRID = new HeatGrid(new Box(10, 20, 40, 30), 4, 3);

    @Test
    void piecesAreConnectedByEdgesAndComeWithTheMostHeatFirst() {
        HeatMap heat = new HeatMap(GRID, new float[] {
            2, 0, 0, 0,
            2, 0, 0, 4,
            0, 1, 0, 4
        });
        List<HeatMap.Piece> pieces = heat.pieces(0.5);
        assertThat(pieces).extracting(HeatMap.Piece::heat).containsExactly(8.0, 4.0);
        assertThat(pieces.get(0).box()).isEqualTo(new Box(40, 30, 10, 20));
        assertThat(pieces.get(1).box()).isEqualTo(new Box(10, 20, 10, 20));
        assertThat(pieces.get(0).with(pieces.get(1)).box()).isEqualTo(new Box(10, 20, 40, 30));
        assertThat(heat.pieces(0.25)).as("cells that touch by a corner").hasSize(3);
        assertThat(heat.share(7)).isEqualTo(1);
    }

    @Test
    void nothingSpeaksForAColdMap() {
        assertThat(new HeatMap(GRID, new float[12]).pieces(0.1)).isEmpty();
        assertThat(new HeatMap(GRID, new float[12]).share(0)).isZero();
    }

    @Test
    void everyPixelBelongsToTheCellWhoseBoxHasIt() {
        HeatGrid grid = new HeatGrid(new Box(7, 3, 31, 17), 9, 5);
        for (int cell = 0; cell < grid.size(); cell++) {
            int column = cell % grid.columns();
            int row = cell / grid.columns();
            Box box = grid.box(column, row, column + 1, row + 1);
            for (int x = (int) box.x(); x < box.right(); x++) {
                for (int y = (int) box.y(); y < box.bottom(); y++) {
                    assertThat(grid.cellAt(x, y)).isEqualTo(cell);
                }
            }
        }
    }

    @Test
    void whatDoesNotPassIsCold() {
        HeatMap heat = new HeatMap(GRID, new float[] {
            2, 2, 0, 0,
            8, 2, 0, 0,
            0, 1, 0, 4
        });
        List<HeatMap.Piece> pieces = heat.only((x, y) -> x >= 20).pieces(0.5);
        assertThat(pieces)
                .extracting(HeatMap.Piece::box)
                .containsExactly(new Box(20, 20, 10, 20), new Box(40, 40, 10, 10));
        assertThat(heat.only((x, y) -> false).pieces(0.5)).isEmpty();
    }

    @Test
    void activationsAreAveragedOverWindowsAndSummedOverSizesAboveTheColdestPlace() {
        // One window over all with 1, two halves with 2 and -5 side by side, one of category 1 that does not count.
        Box region = new Box(0, 0, 20, 10);
        HeatGrid grid = new HeatGrid(region, 4, 2);
        List<Windows.Scale> scales = List.of(
                new Windows.Scale(List.of(new Box(0, 0, 20, 10))),
                new Windows.Scale(List.of(new Box(0, 0, 10, 10), new Box(5, 0, 10, 10), new Box(10, 0, 10, 10))));
        Tensor maps = Tensor.of(new float[] {1, 9, 2, 9, 0, 9, -5, 9}, 4, 2, 1, 1);
        Tensor tags = Tensor.of(new float[] {0.5f, 9, 0, 9, 0, 9, 0, 9}, 4, 2);
        Activations activations = new Activations(grid, scales, tags, maps);
        HeatMap heat = activations.heat(0);
        assertThat(heat.share(0)).isEqualTo(1);
        assertThat(heat.share(1)).isCloseTo(6 / 7.0, within(1e-6));
        assertThat(heat.share(2)).isCloseTo(2.5 / 7.0, within(1e-6));
        assertThat(heat.share(3)).isZero();
        assertThat(activations.logit(0)).isEqualTo(0.5);
    }
}
