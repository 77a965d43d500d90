package io.buyme.catalog.fetch;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A picture could not be fetched. The message says why. */
public final class FetchException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    FetchException(String message) {
        super(message);
    }

    FetchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
