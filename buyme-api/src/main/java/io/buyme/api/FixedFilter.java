package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter of entries whose answers never change, so that an index may remember them: it asks about an entry once, not
 * once a search. Make one per category, price range or shop that many queries ask for, and use the same object in all of
 * them ({@link IndexQuery#where}). When the answers change, as prices do, make another; what an index remembers of the
 * old one is given up with it. Entries that are added later are asked about then. Thread-safe if what it is made of is.
 *
 * <p>Any other predicate is asked anew in each call of {@link VectorIndex#searchAll}.
 */
public final class FixedFilter implements Predicate<String> {

    private final Predicate<String> ids;

    private FixedFilter(Predicate<String> ids) {
        this.ids = ids;
    }

    /**
     * Returns a filter that says what a predicate says.
     *
     * @param ids always gives the same answer to the same id
     */
    public static FixedFilter of(Predicate<String> ids) {
        return new FixedFilter(requireNonNull(ids, "ids"));
    }

    /** Returns a filter that lets these ids pass, which are copied. */
    public static FixedFilter of(Collection<String> ids) {
        return new FixedFilter(Set.copyOf(ids)::contains);
    }

    @Override
    public boolean test(String id) {
        return ids.test(id);
    }
}
