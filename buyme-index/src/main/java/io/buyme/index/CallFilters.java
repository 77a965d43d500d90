package io.buyme.index;

import io.buyme.api.FixedFilter;
import java.util.IdentityHashMap;
import java.util.function.Predicate;

/**
 * What filters said of rows in one call, which may search several times with the same filter. That of fixed filters
 * outlives the call. For one thread.
 */
final class CallFilters {

    private final long version;
    private final IdentityHashMap<Predicate<String>, IdentityHashMap<HnswPartition, Passing>> answers =
            new IdentityHashMap<>();

    /** @param version the one that is searched */
    CallFilters(long version) {
        this.version = version;
    }

    /** Returns what a filter said of the rows of a partition, to be added to. */
    Passing answers(Predicate<String> filter, HnswPartition partition, Slots slots) {
        return answers.computeIfAbsent(filter, key -> new IdentityHashMap<>())
                .computeIfAbsent(
                        partition,
                        key -> filter instanceof FixedFilter fixed
                                ? partition.filters().answers(fixed, slots, version)
                                : new Passing(slots, version));
    }
}
