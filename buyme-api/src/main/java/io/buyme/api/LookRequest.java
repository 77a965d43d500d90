package io.buyme.api;

import static java.util.Objects.requireNonNull;

/**
 * What somebody wants of a look or a search.
 *
 * @param matches how many products per article at most, at least 1
 * @param filter which products may be among them; it is applied inside the search, so that there are {@code matches} of
 *     them, or all that pass
 */
public record LookRequest(int matches, ProductFilter filter) {

    /** Checks the number. */
    public LookRequest {
        requireNonNull(filter, "filter");
        if (matches < 1) {
            throw new IllegalArgumentException("matches must be at least 1, got " + matches);
        }
    }

    /** Returns a request for so many products out of all. */
    public static LookRequest of(int matches) {
        return new LookRequest(matches, ProductFilter.ALL);
    }

    /** Returns this request with a filter. */
    public LookRequest where(ProductFilter other) {
        return new LookRequest(matches, other);
    }
}
