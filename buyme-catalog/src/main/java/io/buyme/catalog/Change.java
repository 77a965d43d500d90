package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A change of a catalogue.
 *
 * @param sequence its place in the order of changes
 * @param kind what was done
 * @param productId to which product
 */
public record Change(long sequence, Kind kind, String productId) {

    /** Checks that nothing is missing. */
    public Change {
        requireNonNull(kind, "kind");
        requireNonNull(productId, "productId");
    }

    /** What can be done to a product. */
    public enum Kind {
        /** It was added, or replaced together with its picture. */
        PUT,
        /** Its fields were changed; its picture stayed. */
        CHANGED,
        /** It was removed. */
        REMOVED
    }
}
