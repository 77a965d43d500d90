package io.buyme.catalog.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PauseTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Pause pause = new Pause(Duration.ofSeconds(1), Duration.ofSeconds(30));
    private final Random random = new Random(1);

    private Duration after(int failed, Optional<String> asked) {
        return pause.after(failed, asked, NOW, random);
    }

    @Test
    void doublesLessUpToAHalfAndIsBounded() {
        for (int i = 0; i < 100; i++) {
            assertThat(after(1, Optional.empty())).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(after(3, Optional.empty())).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(after(7, Optional.empty())).isEqualTo(Duration.ofSeconds(30));
            assertThat(after(1000, Optional.empty())).isEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void isWhatTheServerAsksForWithinBounds() {
        assertThat(after(1, Optional.of("7"))).isEqualTo(Duration.ofSeconds(7));
        assertThat(after(1, Optional.of(" 0 "))).isEqualTo(Duration.ZERO);
        assertThat(after(1, Optional.of("-5"))).isEqualTo(Duration.ZERO);
        assertThat(after(1, Optional.of("86400"))).isEqualTo(Duration.ofSeconds(30));
        assertThat(after(1, Optional.of("Mon, 23 Nov 2026 12:00:09 GMT"))).isEqualTo(Duration.ofSeconds(9));
        assertThat(after(1, Optional.of("Mon, 23 Nov 2020 12:00:09 GMT"))).isEqualTo(Duration.ZERO);
        assertThat(after(1, Optional.of("soon"))).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }
}
