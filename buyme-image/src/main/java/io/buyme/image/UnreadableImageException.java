package io.buyme.image;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A file or a run of bytes is no picture that can be used. The message names it and says what to do. */
public final class UnreadableImageException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadableImageException(Reason reason, String message) {
        this(reason, message, null);
    }

    UnreadableImageException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Returns what was wrong, for programs; the message is for people. */
    public Reason reason() {
        return reason;
    }

    /** What was wrong with a picture. */
    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** The path is a directory or a device. */
        NOT_A_FILE,
        /** The file exists, and reading it failed: no permission, or a broken disk or connection. */
        INACCESSIBLE,
        /** Not a single byte. */
        EMPTY,
        /** More bytes than the decoder's limit. */
        TOO_MANY_BYTES,
        /** More pixels than the decoder's limit, as the picture's own header says. */
        TOO_MANY_PIXELS,
        /** The first bytes are of no format that can be decoded. */
        UNKNOWN_FORMAT,
        /** A picture that is cut short, contradicts itself or uses a feature that no decoder here knows. */
        DAMAGED
    }
}
