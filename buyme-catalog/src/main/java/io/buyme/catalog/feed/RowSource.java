package io.buyme.catalog.feed;

import java.util.Optional;

/** Gives one row of a feed after the other. */
interface RowSource extends AutoCloseable {

    /** Returns the next row, or nothing at the end. */
    Optional<FeedEntry> next();

    @Override
    void close();
}
