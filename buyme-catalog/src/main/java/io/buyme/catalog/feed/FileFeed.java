package io.buyme.catalog.feed;

import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** A feed in one file, which is read anew for each stream of rows. */
final class FileFeed implements ProductFeed {

    private final FeedFile file;
    private final FeedOptions options;
    private final FeedFormat format;

    FileFeed(FeedFile file, FeedOptions options, FeedFormat format) {
        this.file = file;
        this.options = options;
        this.format = format;
    }

    @Override
    public Stream<FeedEntry> rows() {
        return rows(share -> {});
    }

    @Override
    public Stream<FeedEntry> rows(DoubleConsumer shareRead) {
        return RowStream.of(format.open(file, options, shareRead));
    }
}
