package io.buyme.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabTest {

    @Test
    void agreesWithPublishedValuesOfThePrimaries() {
        requireNear(Lab.ofRgb(255, 255, 255), 100, 0, 0);
        requireNear(Lab.ofRgb(0, 0, 0), 0, 0, 0);
        requireNear(Lab.ofRgb(255, 0, 0), 53.24, 80.09, 67.20);
        requireNear(Lab.ofRgb(0, 255, 0), 87.74, -86.18, 83.18);
        requireNear(Lab.ofRgb(0, 0, 255), 32.30, 79.19, -107.86);
    }

    private static void requireNear(Lab color, double l, double a, double b) {
        assertThat(color.l()).isCloseTo(l, within(0.05));
        assertThat(color.a()).isCloseTo(a, within(0.05));
        assertThat(color.b()).isCloseTo(b, within(0.05));
    }
}
