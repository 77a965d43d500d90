package io.buyme.train.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {

    private static final int ROWS = 8;
    private static final int COLUMNS = 5;
    private static final double STEP = 2e-4;

    static List<Arguments> losses() {
        Random random = new Random(3);
        float[] classes = {0, 1, 2, -1, 4, 0, 1, 2};
        float[] tags = new float[ROWS * COLUMNS];
        float[] seen = new float[ROWS * COLUMNS];
        float[] numbers = new float[ROWS * COLUMNS];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = random.nextInt(3) - 1;
            seen[i] = random.nextFloat();
            numbers[i] = i / 4 % 3 == 0 ? Float.NaN : random.nextFloat() * 2 - 1;
        }
        float[] cells = new float[ROWS * COLUMNS];
        for (int i = 0; i < ROWS - 1; i++) {
            cells[i * COLUMNS + i % 3] = 1;
        }
        Matrix looks = triplets();
        return List.of(
                Arguments.of(new MultiLabelLoss(1, 3), new Matrix(tags, ROWS, COLUMNS)),
                Arguments.of(new PooledTagLoss(1, 2, 0, 4), new Matrix(tags, ROWS, COLUMNS)),
                Arguments.of(new PooledTagLoss(1, 2, 5, 4), new Matrix(tags, ROWS, COLUMNS)),
                Arguments.of(new BinaryLoss("mask", 1), new Matrix(tags, ROWS, COLUMNS)),
                Arguments.of(new HeatMapLoss(4, 1), new Matrix(tags, ROWS, COLUMNS)),
                Arguments.of(new BoxLoss(1, 0.3), new Matrix(numbers, ROWS, COLUMNS)),
                Arguments.of(new ClassLoss(1, 0.1), new Matrix(classes, ROWS, 1)),
                Arguments.of(
                        new PixelLoss(1, List.of(0.3, 1.0, 2.0, 1.0, 1.0), 1, 1, ROWS),
                        new Matrix(cells, ROWS, COLUMNS)),
                Arguments.of(new ReconstructionLoss(1), new Matrix(seen, ROWS, COLUMNS)),
                Arguments.of(new TripletLoss(1, Distance.COSINE, Mining.SEMI_HARD, 0.3, 0.1), looks),
                Arguments.of(new TripletLoss(1, Distance.EUCLIDEAN, Mining.SEMI_HARD, 0.5, 0.2), looks),
                Arguments.of(new TripletLoss(1, Distance.COSINE, Mining.BATCH_HARD, 0.3, 0.1), looks),
                Arguments.of(new TripletLoss(1, Distance.EUCLIDEAN, Mining.BATCH_HARD, 0.5, 0), looks));
    }

    /** Two classes of four rows; in each two views of one article, and two articles with the same tags. */
    private static Matrix triplets() {
        return new Matrix(
                new float[] {0, 0, 1, 0, 0, 1, 0, 1, 2, 0, 2, 2, 1, 3, -1, 1, 4, 5, 1, 5, 5, 1, 6, 6}, ROWS, 3);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theGradientIsTheSlopeOfTheLoss(RowLoss loss, Matrix labels) {
        float[] outputs = unitRows();
        float[] gradient = new float[outputs.length];
        loss.compute(new Matrix(outputs, ROWS, COLUMNS), labels, gradient);

        for (int i = 0; i < outputs.length; i++) {
            double slope =
                    (moved(loss, labels, outputs, i, STEP) - moved(loss, labels, outputs, i, -STEP)) / (2 * STEP);
            assertThat((double) gradient[i]).as(loss.name() + " " + i).isCloseTo(slope, within(2e-3));
        }
    }

    private static double moved(RowLoss loss, Matrix labels, float[] outputs, int index, double by) {
        float[] copy = outputs.clone();
        copy[index] += (float) by;
        return loss.compute(new Matrix(copy, ROWS, COLUMNS), labels, new float[copy.length]);
    }

    private static float[] unitRows() {
        Random random = new Random(11);
        float[] values = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                values[i] = (float) random.nextGaussian();
                sum += values[i] * values[i];
            }
            for (int i = row * COLUMNS; i < (row + 1) * COLUMNS; i++) {
                values[i] /= (float) Math.sqrt(sum);
            }
        }
        return values;
    }

    @Test
    void aTagThatIsUnknownCountsForNothing() {
        float[] gradient = new float[2];
        double loss = new MultiLabelLoss(1, 1)
                .compute(new Matrix(new float[] {0, 50}, 1, 2), new Matrix(new float[] {1, -1}, 1, 2), gradient);

        assertThat(loss).isCloseTo(Math.log(2), within(1e-6));
        assertThat(gradient[0]).isCloseTo(-0.5f, within(1e-6f));
        assertThat(gradient[1]).isZero();
    }

    @Test
    void poolingIsBetweenTheMeanAndTheMaximum() {
        // One picture of four cells, one tag that is there.
        Matrix maps = new Matrix(new float[] {0, 0, 0, 4}, 4, 1);
        Matrix there = new Matrix(new float[] {1, 1, 1, 1}, 4, 1);
        float[] gradient = new float[4];
        assertThat(new PooledTagLoss(1, 1, 0, 4).compute(maps, there, gradient))
                .isCloseTo(Math.log1p(Math.exp(-1)), within(1e-6));
        assertThat(gradient).containsOnly(gradient[0]);
        double pooled = Math.log((3 + Math.exp(8)) / 4) / 2;
        assertThat(new PooledTagLoss(1, 1, 2, 4).compute(maps, there, gradient))
                .isCloseTo(Math.log1p(Math.exp(-pooled)), within(1e-6));
        assertThat(gradient[3]).isLessThan(100 * gradient[0]);
    }

    @Test
    void whatIsNotAskedCountsForNothing() {
        float[] gradient = new float[3];
        double loss = new BinaryLoss("objectness", 1)
                .compute(
                        new Matrix(new float[] {0, 50, -1}, 3, 1), new Matrix(new float[] {1, -1, -1}, 3, 1), gradient);

        assertThat(loss).isCloseTo(Math.log(2), within(1e-6));
        assertThat(gradient).containsExactly(-0.5f, 0, 0);
        assertThat(new BinaryLoss("objectness", 1)
                        .compute(new Matrix(new float[2], 2, 1), new Matrix(new float[] {-1, -1}, 2, 1), new float[2]))
                .isZero();
    }

    @Test
    void aBoxCostsTheSquareOfSmallDifferencesAndTheSizeOfLargeOnes() {
        float none = Float.NaN;
        Matrix outputs = new Matrix(new float[] {0, 0, 0, 0, 9, 9, 9, 9}, 2, 4);
        Matrix labels = new Matrix(new float[] {0.5f, 3, 0, 0, none, none, none, none}, 2, 4);
        float[] gradient = new float[8];

        double loss = new BoxLoss(1, 1).compute(outputs, labels, gradient);

        assertThat(loss).isCloseTo(0.125 + 2.5, within(1e-6));
        assertThat(gradient).containsExactly(-0.5f, -1, 0, 0, 0, 0, 0, 0);
        assertThat(new BoxLoss(1, 1)
                        .compute(
                                new Matrix(new float[4], 1, 4),
                                new Matrix(new float[] {none, none, none, none}, 1, 4),
                                new float[4]))
                .isZero();
    }

    @Test
    void classesThatAreAllAsLikelyCostTheLogarithmOfTheirNumber() {
        double loss = new ClassLoss(1, 0.1)
                .compute(new Matrix(new float[8], 2, 4), new Matrix(new float[] {3, -1}, 2, 1), new float[8]);

        assertThat(loss).isCloseTo(Math.log(4), within(1e-6));
    }

    @Test
    void aBatchOfWhichNoClassIsKnownCostsNothing() {
        float[] gradient = new float[4];
        double loss = new ClassLoss(1, 0)
                .compute(new Matrix(new float[] {1, 2, 3, 4}, 2, 2), new Matrix(new float[] {-1, -1}, 2, 1), gradient);

        assertThat(loss).isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void aTripletCostsByHowMuchTheNegativeIsTooNear() {
        // Angles 0, 60 and 90 degrees: distances 0.5 and 1 from the first.
        float[] rows = {1, 0, 0.5f, 0.8660254f, 0, 1};
        Matrix labels = new Matrix(new float[] {0, 0, -1, 0, 1, -1, 1, 2, -1}, 3, 3);
        TripletLoss loss = new TripletLoss(1, Distance.COSINE, Mining.SEMI_HARD, 0.7, 0);

        // First row: 0.5 - 1 + 0.7; second: 0.5 - 0.134 + 0.7, as no negative is farther than its positive.
        assertThat(loss.compute(new Matrix(rows, 3, 2), labels, new float[6]))
                .isCloseTo((0.2 + 1.0660254) / 2, within(1e-5));
    }

    @Test
    void cellsOfWhichNothingIsKnownCountForNothing() {
        float[] gradient = new float[6];
        float[] labels = {0, 1, 0, 0, 0, 0};
        PixelLoss loss = new PixelLoss(1, List.of(1.0, 1.0, 1.0), 0, 1, 2);

        assertThat(loss.compute(new Matrix(new float[] {0, 0, 0, 9, 5, 7}, 2, 3), new Matrix(labels, 2, 3), gradient))
                .isCloseTo(Math.log(3), within(1e-6));
        assertThat(gradient[1]).isCloseTo(-2 / 3f, within(1e-6f));
        assertThat(List.of(gradient[3], gradient[4], gradient[5])).containsOnly(0f);
    }

    @Test
    void cellsThatAreAllRightCostNothing() {
        float[] outputs = {50, 0, 0, 0, 50, 0};
        float[] labels = {1, 0, 0, 0, 1, 0};
        PixelLoss loss = new PixelLoss(1, List.of(1.0, 1.0, 1.0), 1, 0, 2);

        assertThat(loss.compute(new Matrix(outputs, 2, 3), new Matrix(labels, 2, 3), new float[6]))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void aBatchWithoutPairsHasNoTriplets() {
        Matrix labels = new Matrix(new float[] {0, 0, -1, 1, 1, -1}, 2, 3);
        TripletLoss loss = new TripletLoss(1, Distance.EUCLIDEAN, Mining.BATCH_HARD, 0.3, 0.1);

        assertThat(loss.compute(new Matrix(new float[] {1, 0, 0, 1}, 2, 2), labels, new float[4]))
                .isZero();
    }

    @Test
    void anObjectiveWithoutWeightIsACallersMistake() {
        assertThatThrownBy(() -> new ClassLoss(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Objectives.standard().withWeights(0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("greater than zero");
    }

    @Test
    void aHeatMapThatSaysNothingCostsOneAndWhatIsUnknownCostsNothing() {
        int side = 21;
        float[] heat = new float[side * side];
        float[] unknown = new float[side * side];
        for (int i = 0; i < heat.length; i++) {
            int x = i % side - side / 2;
            int y = i / side - side / 2;
            heat[i] = (float) Math.exp(-(x * x + y * y) / (2.0 * 2 * 2));
            unknown[i] = -1;
        }
        HeatMapLoss loss = new HeatMapLoss(heat.length, 2);
        Matrix nothing = new Matrix(new float[heat.length], heat.length, 1);
        float[] gradient = new float[heat.length];

        assertThat(loss.compute(nothing, new Matrix(heat, heat.length, 1), gradient))
                .isCloseTo(1, within(1e-3));
        assertThat(loss.compute(new Matrix(heat, heat.length, 1), new Matrix(heat, heat.length, 1), gradient))
                .isZero();
        float[] untouched = new float[heat.length];
        assertThat(loss.compute(nothing, new Matrix(unknown, heat.length, 1), untouched))
                .isZero();
        assertThat(untouched).containsOnly(0f);
    }
}
