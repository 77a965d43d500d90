package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.catalog.feed.Rejected;
import java.time.Duration;
import java.util.List;

/**
 * What became of the rows of a feed.
 *
 * @param added products that are new
 * @param updated products of which the picture or another field changed
 * @param unchanged products that were here as they are
 * @param rejected the first bad rows, at most {@link #MAX_REJECTED}; an {@link IngestListener} is told of all
 * @param rejectedCount how many rows were bad
 * @param removed products that were removed because the feed does not mention them
 * @param duration of the ingest
 */
public record IngestReport(
        long added,
        long updated,
        long unchanged,
        List<Rejected> rejected,
        long rejectedCount,
        long removed,
        Duration duration) {

    /** So many bad rows are kept in a report, so that a bad feed of any size fits in memory. */
    public static final int MAX_REJECTED = 1000;

    /** Copies the list. */
    public IngestReport {
        rejected = List.copyOf(rejected);
        requireNonNull(duration, "duration");
    }
}
