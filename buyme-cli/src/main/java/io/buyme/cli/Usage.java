package io.buyme.cli;

import io.buyme.api.BuyMeException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses command lines that picocli lets through. */
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

    /** Returns the error that says which subcommands there are; {@code what} is missing. */
    static ParameterException subcommandMissing(CommandSpec spec, String what) {
        return new ParameterException(
                spec.commandLine(),
                what + " is missing; there are: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
