package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.catalog.IngestListener.Progress;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IngestProgressTest {

    @Test
    void saysHowMuchIsDoneHowFastAndHowLongToGo() {
        assertThat(IngestProgress.text(new Progress(120, OptionalLong.of(500), 31.5)))
                .isEqualTo("120 of 500 (24 %), 31.5 a second, 13 s left");
        assertThat(IngestProgress.text(new Progress(1000, OptionalLong.of(100_000), 10)))
                .isEqualTo("1000 of 100000 (1 %), 10.0 a second, 2:45:00 left");
    }

    @Test
    void withoutATotalThereIsNoEnd() {
        assertThat(IngestProgress.text(new Progress(7, OptionalLong.empty(), 3.5)))
                .isEqualTo("7 done, 3.5 a second");
    }

    @Test
    void atTheStartNothingIsKnownOfTheRate() {
        assertThat(IngestProgress.text(new Progress(0, OptionalLong.of(10), 0)))
                .isEqualTo("0 of 10 (0 %), 0.0 a second");
    }
}
