package io.buyme.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void percentilesAreByNearestRank() {
        List<Duration> times =
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
        assertThat(Percentiles.of(times)).isEqualTo(new Percentiles(50, 95));
    }

    @Test
    void ofFewTimesTheSlowEndIsTheSlowest() {
        assertThat(Percentiles.of(List.of(Duration.ofMillis(9), Duration.ofMillis(1), Duration.ofMillis(4))))
                .isEqualTo(new Percentiles(4, 9));
    }

    @Test
    void ofNothingThereIsNone() {
        assertThatThrownBy(() -> Percentiles.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
