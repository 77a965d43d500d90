package io.buyme.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinaryMetricsTest {

    private static final double TINY = 1e-12;

    @Test
    void measuresOfAnUnbalancedCaseAreThoseComputedByHand() {
        // 10 yes, of which 8 found; 90 no, of which 3 taken for yes.
        BinaryMetrics metrics = new BinaryMetrics(8, 3, 87, 2);
        assertThat(metrics.accuracy().getAsDouble()).isEqualTo(0.95, within(TINY));
        assertThat(metrics.recall().getAsDouble()).isEqualTo(0.8, within(TINY));
        assertThat(metrics.specificity().getAsDouble()).isEqualTo(87 / 90.0, within(TINY));
        assertThat(metrics.precision().getAsDouble()).isEqualTo(8 / 11.0, within(TINY));
        assertThat(metrics.balancedAccuracy().getAsDouble()).isEqualTo((0.8 + 87 / 90.0) / 2, within(TINY));
    }

    @Test
    void sayingAlwaysYesIsAccurateButNotBalanced() {
        BinaryMetrics metrics = new BinaryMetrics(99, 1, 0, 0);
        assertThat(metrics.accuracy().getAsDouble()).isEqualTo(0.99, within(TINY));
        assertThat(metrics.balancedAccuracy().getAsDouble()).isEqualTo(0.5, within(TINY));
    }

    @Test
    void eachDecisionIsCountedWhereItBelongs() {
        BinaryMetrics metrics = BinaryMetrics.NONE
                .with(true, true)
                .with(true, false)
                .with(true, false)
                .with(false, true)
                .with(false, false)
                .with(false, false)
                .with(false, false);
        assertThat(metrics).isEqualTo(new BinaryMetrics(1, 1, 3, 2));
        assertThat(metrics.total()).isEqualTo(7);
    }

    @Test
    void withoutCasesThereIsNoMeasure() {
        assertThat(BinaryMetrics.NONE.accuracy()).isEmpty();
        assertThat(new BinaryMetrics(3, 0, 0, 1).balancedAccuracy()).isEmpty();
        assertThat(new BinaryMetrics(0, 0, 5, 2).precision()).isEmpty();
    }
}
