package io.buyme.catalog.feed;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A row of a feed that did not make it into the catalogue.
 *
 * @param location where it is in the feed, such as {@code line 17} or a file's path in the folder
 * @param id of the product, where that could be read
 * @param field that is at fault; {@code row} if the row as a whole is
 * @param reason in words
 */
public record Rejected(String location, Optional<String> id, String field, String reason) implements FeedEntry {

    /** The {@link #field} of rows that are bad as a whole. */
    public static final String ROW = "row";

    /** Checks that nothing is missing. */
    public Rejected {
        requireNonNull(location, "location");
        requireNonNull(id, "id");
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
    }

    /** Returns the rejection of a row of which nothing could be read. */
    static Rejected row(String location, String reason) {
        return new Rejected(location, Optional.empty(), ROW, reason);
    }

    @Override
    public String toString() {
        return location + id.map(i -> " (" + i + ")").orElse("") + ": " + field + ": " + reason;
    }
}
