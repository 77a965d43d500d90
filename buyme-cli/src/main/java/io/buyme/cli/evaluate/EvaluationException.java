package io.buyme.cli.evaluate;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** What a stage was to be measured on cannot be used. The message says what was wanted. */
public final class EvaluationException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public EvaluationException(String message) {
        this(message, null);
    }

    /** Creates an exception that something else has led to. */
    public EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
