package io.buyme.catalog.feed;

import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Products from a shop. May be read several times; {@link Feeds} makes feeds of files and folders. */
@FunctionalInterface
public interface ProductFeed {

    /** Returns the number of rows, if it can be told without reading them. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /**
     * Returns the rows in their order, read as the stream advances and in constant memory. The caller closes it.
     *
     * @throws FeedException if the feed as a whole cannot be read, here or as the stream advances
     */
    Stream<FeedEntry> rows();

    /**
     * Does what {@link #rows()} does, and tells in between what share of the feed has been read, 0 to 1, as far as the
     * feed knows.
     *
     * @throws FeedException if the feed as a whole cannot be read, here or as the stream advances
     */
    default Stream<FeedEntry> rows(DoubleConsumer shareRead) {
        return rows();
    }
}
