package io.buyme.cli;

import java.util.Optional;

/** Says what went wrong in words. */
final class Failures {

    private Failures() {}

    /** Returns the message, or what kind of failure it was if it has none. */
    static String message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }
}
