package io.buyme.train.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A model file that cannot be read, used or written. The message names the file and says what is wrong with it. */
public final class ModelFileException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The file cannot be read or written. */
        UNREADABLE,
        /** The file is of another kind, or damaged. */
        NOT_A_MODEL,
        /** The file ends early. */
        TRUNCATED,
        /** The weights are in another file, which is missing, too short, or outside the model's folder. */
        EXTERNAL_DATA,
        /** The model has a layer, or a number format, that cannot be converted. */
        UNSUPPORTED,
        /** A weight has another shape than the layer it is meant for, or the file lacks weights. */
        WRONG_SHAPE,
        /** The exported model does not compute what the network computes, so it was not written. */
        DIFFERS
    }

    private final Reason reason;

    ModelFileException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Creates an exception without a cause. */
    public ModelFileException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** Returns what is wrong. */
    public Reason reason() {
        return reason;
    }
}
