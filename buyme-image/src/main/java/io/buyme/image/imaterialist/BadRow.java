package io.buyme.image.imaterialist;

import static java.util.Objects.requireNonNull;

/**
 * A row that was left out.
 *
 * @param line of the file, counted from 1, which is that of the column names
 * @param reason what is wrong with it, in words
 */
public record BadRow(long line, String reason) {

    /** Checks that nothing is missing. */
    public BadRow {
        requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return "line " + line + ": " + reason;
    }
}
