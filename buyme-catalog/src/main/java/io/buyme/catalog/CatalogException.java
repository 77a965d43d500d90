package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A catalogue could not be opened, read or written. Bad rows of a feed are no exception. */
public final class CatalogException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    private final Reason reason;

    CatalogException(Reason reason, String message) {
        this(reason, message, null);
    }

    CatalogException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Returns what kind of failure it is, for programs that treat some of them differently. */
    public Reason reason() {
        return reason;
    }

    /** What went wrong. */
    public enum Reason {
        /** The folder cannot be made or written, or is no folder. */
        FOLDER,
        /** The catalogue is open elsewhere. */
        LOCKED,
        /** The catalogue holds embeddings of another space. */
        OTHER_SPACE,
        /** The catalogue was written by a newer version of the library. */
        NEWER_VERSION,
        /** The database refused to read or write, as it does when the disk is full. */
        DATABASE,
        /** What the database holds is not what was written; a backup is to be restored. */
        DAMAGED,
        /** A backup could not be made or read. */
        BACKUP,
        /** The thread was interrupted. What was committed before stays. */
        INTERRUPTED
    }
}
