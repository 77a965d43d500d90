package io.buyme.catalog.feed;

/** What a feed makes of one of its rows. */
public sealed interface FeedEntry permits ProductRow, Rejected {

    /** Returns where the row is in the feed, such as {@code line 17} or a file's path in the folder. */
    String location();
}
