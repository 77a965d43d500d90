package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabColorTest {

    /** Pairs of the supplementary test data of Sharma, Wu and Dalal (2005), chosen for the formula's pitfalls. */
    @ParameterizedTest
    @CsvSource({
        "50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425",
        "50.0000, 3.1571, -77.2803, 50.0000, 0.0000, -82.7485, 2.8615",
        "50.0000, -1.3802, -84.2814, 50.0000, 0.0000, -82.7485, 1.0000",
        "50.0000, 0.0000, 0.0000, 50.0000, -1.0000, 2.0000, 2.3669",
        "50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0009, 7.1792",
        "50.0000, 2.4900, -0.0010, 50.0000, -2.4900, 0.0011, 7.2195",
        "50.0000, -0.0010, 2.4900, 50.0000, 0.0009, -2.4900, 4.8045",
        "50.0000, 2.5000, 0.0000, 50.0000, 0.0000, -2.5000, 4.3065",
        "50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492",
        "50.0000, 2.5000, 0.0000, 56.0000, -27.0000, -3.0000, 31.9030",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373",
        "90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void agreesWithThePublishedDifferences(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        LabColor one = new LabColor(l1, a1, b1);
        LabColor other = new LabColor(l2, a2, b2);
        assertThat(one.difference(other)).isEqualTo(expected, within(1e-4));
        assertThat(other.difference(one)).isEqualTo(expected, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "ffffff, 100, 0, 0",
        "000000, 0, 0, 0",
        "ff0000, 53.24, 80.09, 67.20",
        "00ff00, 87.74, -86.18, 83.18",
        "0000ff, 32.30, 79.19, -107.86",
        "808080, 53.59, 0, 0"
    })
    void convertsKnownColors(String rgb, double l, double a, double b) {
        LabColor color = LabColor.ofRgb(Integer.parseInt(rgb, 16));
        assertThat(color.l()).isEqualTo(l, within(0.02));
        assertThat(color.a()).isEqualTo(a, within(0.02));
        assertThat(color.b()).isEqualTo(b, within(0.02));
    }

    @Test
    void convertsThereAndBackExactly() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 997) {
            assertThat(LabColor.ofRgb(rgb).toRgb()).isEqualTo(rgb);
        }
    }
}
