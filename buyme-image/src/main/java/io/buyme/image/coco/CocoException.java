package io.buyme.image.coco;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A file is no sound COCO annotation file, or cannot be read or written. The message names the bad entry by its id. */
public final class CocoException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CocoException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Returns what was wrong, for programs; the message is for people. */
    public Reason reason() {
        return reason;
    }

    /** What was wrong with an annotation file. */
    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** Reading or writing the file failed. */
        INACCESSIBLE,
        /** No JSON, or without the lists that make up an annotation file. */
        NOT_COCO,
        /** An image lacks a field, has a bad one, or has the id of another. */
        BAD_IMAGE,
        /** A category lacks a field, has a bad one, or has the id of another. */
        BAD_CATEGORY,
        /** An annotation lacks a field, has a bad one, or refers to an image or category that is not there. */
        BAD_ANNOTATION
    }
}
