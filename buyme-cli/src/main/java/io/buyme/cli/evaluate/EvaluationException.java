package io.buyme.cli.evaluate;

import io.buyme.api.BuyMeException;
import org.jspecify.annotations.Nullable;

/** What a stage was to be measured on cannot be used. The message says what was wanted. */
public final class EvaluationException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        this(message, null);
    }

    public EvaluationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
