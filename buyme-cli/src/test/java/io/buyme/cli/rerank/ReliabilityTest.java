package io.buyme.cli.rerank;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.cli.rerank.Reliability.Told;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    @Test
    void trueProbabilitiesHaveNoError() {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            told.add(new Told(0.7, i < 7));
        }
        Reliability reliability = Reliability.of(told);

        assertThat(reliability.expectedCalibrationError()).isZero();
        assertThat(reliability.brier()).isEqualTo(0.21);
        assertThat(reliability.bins().get(7)).isEqualTo(new Reliability.Bin(0.7, 0.7, 10));
    }

    @Test
    void theErrorIsTheDistanceOfEachBinWeighedByItsSize() {
        List<Told> told =
                List.of(new Told(1, true), new Told(0.95, true), new Told(0.95, false), new Told(0.05, false));
        // The upper bin tells 0.9667 where 2 of 3 are good, the lower 0.05 where none is.
        assertThat(Reliability.of(told).expectedCalibrationError()).isEqualTo(0.2375);
    }
}
