package io.buyme.catalog.feed;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A feed as a whole cannot be read. Bad rows of a feed are no exception: they are {@link Rejected}. */
public final class FeedException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception that says what is wrong with the feed and what to do. */
    public FeedException(String message) {
        super(message);
    }

    /** Creates an exception with its cause. */
    public FeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
