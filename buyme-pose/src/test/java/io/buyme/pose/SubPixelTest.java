package io.buyme.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bells of Gauss whose summit is known. */
class SubPixelTest {

    @ParameterizedTest
    @CsvSource({"24.3, 30.4, 48, 64", "10.49, 20.51, 48, 64", "7, 9, 48, 64", "36.2, 48.7, 72, 96", "12.25, 8.9, 24, 32"
    })
    void darkFindsTheSummitToAHundredthOfACell(double x, double y, int width, int height) {
        Peak peak = bell(x, y, width, height).peak(SubPixel.DARK);
        assertThat(peak.x()).isCloseTo(x, Offset.offset(0.01));
        assertThat(peak.y()).isCloseTo(y, Offset.offset(0.01));
    }

    @ParameterizedTest
    @CsvSource({"NONE, 0.49", "QUARTER, 0.24", "DARK, 0.01"})
    void eachIsFinerThanTheOneBefore(SubPixel refinement, double farthest) {
        double worst = 0;
        for (double shift = -0.49; shift < 0.5; shift += 0.07) {
            worst = Math.max(
                    worst,
                    Math.abs(bell(20 + shift, 30, 48, 64).peak(refinement).x() - 20 - shift));
        }
        assertThat(worst).isBetween(farthest == 0.01 ? 0 : farthest - 0.06, farthest + 0.011);
    }

    @Test
    void darkBearsNoise() {
        Random random = new Random(3);
        float[] noisy = values(20.4, 30.3, 48, 64);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (0.02 * random.nextGaussian());
        }
        Peak peak = new HeatMap(noisy, 0, 48, 64).peak(SubPixel.DARK);
        assertThat(peak.x()).isCloseTo(20.4, Offset.offset(0.1));
        assertThat(peak.y()).isCloseTo(30.3, Offset.offset(0.1));
    }

    @ParameterizedTest
    @EnumSource
    void aSummitOnTheEdgeStaysThere(SubPixel refinement) {
        Peak peak = bell(0, 63, 48, 64).peak(refinement);
        assertThat(peak.x()).isZero();
        assertThat(peak.y()).isEqualTo(63);
        assertThat(peak.score()).isCloseTo(1, Offset.offset(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void aMapWithoutASummitGivesNoNonsense(SubPixel refinement) {
        assertThat(new HeatMap(new float[48 * 64], 0, 48, 64).peak(refinement)).isEqualTo(new Peak(0, 0, 0));
        float[] plateau = new float[48 * 64];
        for (int i = 0; i < 9; i++) {
            plateau[(30 + i / 3) * 48 + 20 + i % 3] = -1;
        }
        Peak peak = new HeatMap(plateau, 0, 48, 64).peak(refinement);
        assertThat(peak.x()).isBetween(0.0, 47.0);
        assertThat(peak.y()).isBetween(0.0, 63.0);
    }

    @Test
    void passesOverWhatIsNoNumber() {
        float[] values = values(20, 30, 48, 64);
        values[0] = Float.NaN;
        values[values.length - 1] = Float.NaN;
        assertThat(new HeatMap(values, 0, 48, 64).peak(SubPixel.NONE)).isEqualTo(new Peak(20, 30, 1));
    }

    @Test
    void refusesAnUnknownName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubPixel.of("udp"))
                .withMessageContaining("none, quarter, dark");
    }

    private static HeatMap bell(double x, double y, int width, int height) {
        return new HeatMap(values(x, y, width, height), 0, width, height);
    }

    private static float[] values(double x, double y, int width, int height) {
        double deviation = height / 32.0;
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            int column = i % width;
            int row = i / width;
            double distance = Math.hypot(column - x, row - y) / deviation;
            values[i] = (float) Math.exp(-distance * distance / 2);
        }
        return values;
    }
}
