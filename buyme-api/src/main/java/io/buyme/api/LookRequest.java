package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What somebody wants of a look or a search. Filters are applied inside the search, so that there are {@code matches}
 * products, or all that pass.
 *
 * @param matches how many products per article at most, at least 1
 * @param filter which products may be among them
 * @param without ids of products that shall not be among them, such as the one that is looked at
 */
public record LookRequest(int matches, ProductFilter filter, Set<String> without) {

    /** Checks the number and copies the ids. */
    public LookRequest {
        requireNonNull(filter, "filter");
        without = Set.copyOf(without);
        if (matches < 1) {
            throw new IllegalArgumentException("matches must be at least 1, got " + matches);
        }
    }

    /** Returns a request for so many products out of all. */
    public static LookRequest of(int matches) {
        return new LookRequest(matches, ProductFilter.ALL, Set.of());
    }

    /** Returns this request for so many products. */
    public LookRequest top(int count) {
        return new LookRequest(count, filter, without);
    }

    /** Returns this request with another filter. */
    public LookRequest where(ProductFilter other) {
        return new LookRequest(matches, other, without);
    }

    /** Returns this request without these products. */
    public LookRequest without(Set<String> ids) {
        return new LookRequest(matches, filter, ids);
    }
}
