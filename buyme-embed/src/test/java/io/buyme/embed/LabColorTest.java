package io.buyme.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabColorTest {

    /** From the test data of Sharma, Wu and Dalal 2005, chosen for the discontinuities that implementations get wrong. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000",
        "50, 0, 0, 50, -1, 2, 2.3669",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792",
        "50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 56, -27, -3, 31.9030",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void differsAsPublished(double l1, double a1, double b1, double l2, double a2, double b2, double difference) {
        LabColor one = new LabColor(l1, a1, b1);
        LabColor other = new LabColor(l2, a2, b2);
        assertThat(one.difference(other)).isCloseTo(difference, within(1e-4));
        assertThat(other.difference(one)).isCloseTo(difference, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "ffffff, 100, 0, 0",
        "000000, 0, 0, 0",
        "ff0000, 53.24, 80.09, 67.20",
        "00ff00, 87.73, -86.18, 83.18",
        "0000ff, 32.30, 79.19, -107.86",
        "808080, 53.59, 0, 0"
    })
    void convertsKnownColors(String rgb, double lightness, double a, double b) {
        LabColor color = CieLab.of(Integer.parseInt(rgb, 16));
        assertThat(color.lightness()).isCloseTo(lightness, within(0.1));
        assertThat(color.a()).isCloseTo(a, within(0.15));
        assertThat(color.b()).isCloseTo(b, within(0.15));
    }

    @Test
    void convertsThereAndBack() {
        for (int rgb = 0; rgb <= 0xFFFFFF; rgb += 4099) {
            int back = CieLab.toRgb(CieLab.of(rgb));
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat((back >> shift) & 0xFF).isCloseTo((rgb >> shift) & 0xFF, within(2));
            }
        }
    }
}
