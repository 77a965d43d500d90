package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** Training cannot go on. What was learned until the last checkpoint is kept. */
public final class TrainingException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** The loss or its gradient is not a number. */
        DIVERGED,
        /** A checkpoint could not be written; the one before is still there. */
        CHECKPOINT_NOT_WRITTEN,
        /** No checkpoint can be read. */
        CHECKPOINT_UNREADABLE,
        /** The checkpoint belongs to another recipe or other data. */
        CHECKPOINT_OF_ANOTHER_RUN,
        /** There is too little to learn from or to measure with. */
        TOO_LITTLE_DATA
    }

    private final Reason reason;

    /** Creates an exception. */
    public TrainingException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Returns what went wrong. */
    public Reason reason() {
        return reason;
    }
}
