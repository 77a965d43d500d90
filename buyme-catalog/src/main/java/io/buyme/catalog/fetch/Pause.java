package io.buyme.catalog.fetch;

import com.google.common.primitives.Longs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: what the server asks for in {@code Retry-After} (RFC 9110, 10.2.3), or else
 * twice as long each time, less up to a half at random, so that those who were turned away together do not come back
 * together.
 */
record Pause(Duration first, Duration max) {

    private static final int MAX_DOUBLINGS = 20;

    /**
     * Returns the time to wait.
     *
     * @param failed attempts so far
     * @param asked the header's value, if there is one
     */
    Duration after(int failed, Optional<String> asked, Instant now, RandomGenerator random) {
        Optional<Duration> told = asked.flatMap(text -> told(text.strip(), now));
        Duration pause = told.orElseGet(() -> {
            long longest = first.toMillis() << Math.min(failed - 1, MAX_DOUBLINGS);
            return Duration.ofMillis(longest - (long) (longest * random.nextDouble() / 2));
        });
        return pause.compareTo(max) > 0 ? max : pause;
    }

    private static Optional<Duration> told(String text, Instant now) {
        @Nullable Long seconds = Longs.tryParse(text);
        if (seconds != null) {
            return Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(time -> Duration.between(now, time))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
