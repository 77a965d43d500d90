package io.buyme.cli.bench;

import java.time.Duration;
import java.util.List;

/**
 * The middle and the slow end of some times.
 *
 * @param p50 milliseconds within which half of them were
 * @param p95 milliseconds within which 95 of 100 were
 */
public record Percentiles(double p50, double p95) {

    /**
     * Returns the percentiles by nearest rank: each is one of the times.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Percentiles of(List<Duration> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("no times, so no percentiles");
        }
        List<Duration> sorted = times.stream().sorted().toList();
        return new Percentiles(nearestRank(sorted, 50), nearestRank(sorted, 95));
    }

    private static double nearestRank(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return Math.round(sorted.get(rank - 1).toNanos() / 1e4) / 100.0;
    }
}
