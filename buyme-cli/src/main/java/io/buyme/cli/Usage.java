package io.buyme.cli;

import io.buyme.api.BuyMeException;

/** Refuses option values that picocli lets through. */
final class Usage {

    private Usage() {}

    /** An option's value makes no sense; ends the command with {@link ExitCodes#USAGE}. */
    static final class WrongOption extends BuyMeException {

        private static final long serialVersionUID = 1L;

        private WrongOption(String message) {
            super(message);
        }
    }

    static WrongOption wrong(String message) {
        return new WrongOption(message);
    }

    static void atLeast(int least, int value, String option) {
        if (value < least) {
            throw wrong("%s must be at least %d, got %d".formatted(option, least, value));
        }
    }
}
