package io.buyme.catalog.feed;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes a stream of whatever gives one row after the other. */
final class RowStream {

    private RowStream() {}

    /** Returns the rows until there is none; closing the stream closes their source. */
    static Stream<FeedEntry> of(RowSource source) {
        AbstractSpliterator<FeedEntry> rows =
                new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super FeedEntry> action) {
                        Optional<FeedEntry> row = source.next();
                        row.ifPresent(action);
                        return row.isPresent();
                    }
                };
        return StreamSupport.stream(rows, false).onClose(source::close);
    }
}
