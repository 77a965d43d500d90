package io.buyme.catalog;

import io.buyme.catalog.feed.Rejected;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Told of an ingest while it goes on, in the thread that ingests. What it throws ends the ingest. */
public interface IngestListener {

    /** Does not listen. */
    IngestListener SILENT = new IngestListener() {};

    /** Told after each step; what it counts is on disk. */
    default void progress(Progress progress) {}

    /** Told of each bad row. */
    default void rejected(Rejected row) {}

    /**
     * How far an ingest is.
     *
     * @param done rows that are dealt with, good and bad
     * @param total rows of the feed, if that is known, or can be reckoned by how much of its file has been read
     * @param rowsPerSecond since the beginning
     */
    record Progress(long done, OptionalLong total, double rowsPerSecond) {

        /** Returns how long the rest takes at this rate, if that can be told. */
        public Optional<Duration> remaining() {
            if (total.isEmpty() || total.getAsLong() == 0 || !(rowsPerSecond > 0)) {
                return Optional.empty();
            }
            double seconds = Math.max(0, total.getAsLong() - done) / rowsPerSecond;
            return Optional.of(Duration.ofSeconds((long) Math.ceil(seconds)));
        }
    }
}
