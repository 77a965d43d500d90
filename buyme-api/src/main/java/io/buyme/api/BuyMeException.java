package io.buyme.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything BuyMe throws apart from caller bugs, which are the JDK's own
 * {@link NullPointerException}, {@link IllegalArgumentException} and {@link IllegalStateException}. The message says
 * what was wanted, what was found and what to do.
 */
public class BuyMeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable StageKind stage;
    private final @Nullable String providerId;

    /** Creates an exception that belongs to no stage. */
    public BuyMeException(String message) {
        this(message, null);
    }

    /** Creates an exception that belongs to no stage, with its cause. */
    public BuyMeException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.stage = null;
        this.providerId = null;
    }

    /** Creates an exception of one stage's implementation. The message is prefixed with both. */
    public BuyMeException(StageKind stage, String providerId, String message, @Nullable Throwable cause) {
        super(stage.label() + " '" + providerId + "': " + message, cause);
        this.stage = stage;
        this.providerId = providerId;
    }

    /** Returns the stage in which it happened, if it happened in one. */
    public Optional<StageKind> stage() {
        return Optional.ofNullable(stage);
    }

    /** Returns the id of the provider whose stage failed, if one did. */
    public Optional<String> providerId() {
        return Optional.ofNullable(providerId);
    }
}
