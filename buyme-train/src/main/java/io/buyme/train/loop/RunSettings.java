package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How long and how fast to train, and where to keep what was reached.
 *
 * @param schedule how weights change
 * @param seed of all random numbers
 * @param budget of time, over all sittings; the learning rate then falls with whatever is spent first, time or epochs
 * @param saveEvery time between checkpoints inside an epoch; there is always one at the end of an epoch
 * @param folder for checkpoints
 * @param run names recipe and data, so that checkpoints of others are refused
 */
public record RunSettings(
        Schedule schedule, long seed, Optional<Duration> budget, Duration saveEvery, Path folder, String run) {

    /** Checks that nothing is missing. */
    public RunSettings {
        requireNonNull(schedule, "schedule");
        requireNonNull(budget, "budget");
        requireNonNull(saveEvery, "saveEvery");
        requireNonNull(folder, "folder");
        requireNonNull(run, "run");
    }
}
