package io.buyme.api;

/**
 * A step of the look pipeline, usually holding native memory or threads.
 *
 * <p>Every stage is safe for concurrent use. Its batch method is the primitive: it returns as many results as it was
 * given inputs, in the same order, and an empty list for an empty list. Using a stage after {@link #close()} throws
 * {@link IllegalStateException}; what goes wrong inside it throws {@link BuyMeException}.
 */
public interface Stage extends AutoCloseable {

    /** Frees what the stage holds. Closing twice does nothing. */
    @Override
    void close();
}
