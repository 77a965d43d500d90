package io.buyme.onnx;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** A model could not be opened or run. The message names the model, what was wanted and what was found. */
public final class OnnxModelException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What went wrong. */
    public enum Reason {
        /** ONNX Runtime has no native library for this platform, or cannot load it. */
        RUNTIME_UNAVAILABLE,
        /** There is no such file, or it cannot be read. */
        FILE_MISSING,
        /** The bytes are no ONNX model, or only a part of one. */
        NOT_A_MODEL,
        /** The model keeps weights in a file of its own, which is not there. */
        EXTERNAL_DATA_MISSING,
        /** It is a model, but an invalid one, or one that needs operators which ONNX Runtime does not have. */
        UNSUPPORTED_MODEL,
        /** An input is missing, unknown or of the wrong shape. */
        WRONG_INPUT,
        /** There is no such output. */
        WRONG_OUTPUT,
        /** An input or output is of a type that floats cannot stand for, such as text. */
        UNSUPPORTED_TYPE,
        /** Running the model failed. */
        RUN_FAILED
    }

    OnnxModelException(Reason reason, String message) {
        this(reason, message, null);
    }

    OnnxModelException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason");
    }

    /** Returns what went wrong. */
    public Reason reason() {
        return reason;
    }
}
