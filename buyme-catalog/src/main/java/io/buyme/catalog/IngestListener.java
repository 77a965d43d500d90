package io.buyme.catalog;

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
     * @param total rows of the feed, if that is known
     * @param rowsPerSecond since the beginning
     */
    record Progress(long done, OptionalLong total, double rowsPerSecond) {}
}
