package io.buyme.catalog;

import java.util.OptionalLong;
import java.util.stream.Stream;

/** Products from a shop. May be read several times; {@link Feeds} makes feeds of files and folders. */
public interface ProductFeed {

    /** Returns the number of rows, if it can be told without reading them. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /**
     * Returns the rows in their order, read as the stream advances and in constant memory. The caller closes it.
     *
     * @throws CatalogException if the feed as a whole cannot be read, here or as the stream advances
     */
    Stream<FeedEntry> rows();
}
