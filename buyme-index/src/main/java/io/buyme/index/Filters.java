package io.buyme.index;

import io.buyme.api.FixedFilter;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What fixed filters said of the rows of a partition, as long as the filters are in use anywhere. Thread-safe. */
final class Filters {

    private final Map<Key, Passing> answers = new ConcurrentHashMap<>();
    private final ReferenceQueue<FixedFilter> unused = new ReferenceQueue<>();

    /** Returns what a filter said of rows that are seen in a version, to be added to. */
    Passing answers(FixedFilter filter, Slots slots, long version) {
        for (Reference<? extends FixedFilter> key = unused.poll(); key != null; key = unused.poll()) {
            answers.remove(key);
        }
        Passing known = answers.get(new Key(filter, null));
        if (known != null && known.version() >= version) {
            return known;
        }
        Passing current = known == null ? new Passing(slots, version) : known.since(slots, version);
        // If another search did the same, it does not matter whose answers are kept.
        answers.put(new Key(filter, unused), current);
        return current;
    }

    /** A filter, which this does not keep from being given up. */
    private static final class Key extends WeakReference<FixedFilter> {

        private final int hash;

        Key(FixedFilter filter, @Nullable ReferenceQueue<FixedFilter> queue) {
            super(filter, queue);
            this.hash = System.identityHashCode(filter);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key key && get() != null && get() == key.get());
        }
    }
}
