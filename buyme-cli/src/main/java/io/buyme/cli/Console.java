package io.buyme.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Where a command writes. Only results go to {@link #out()}. One thread at a time. */
final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private boolean verbose;

    /**
     * Creates a console.
     *
     * @param terminal whether {@code err} is a screen, on which a line can be overwritten
     */
    Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    boolean terminal() {
        return terminal;
    }

    boolean verbose() {
        return verbose;
    }

    void beVerbose() {
        verbose = true;
    }

    /** Writes a line for people to standard error, formatted the same in every country. */
    void note(String format, Object... args) {
        err.println(args.length == 0 ? format : String.format(Locale.ROOT, format, args));
        err.flush();
    }

    /** Writes one line about what went wrong, and the stack trace if that was asked for. */
    void error(Throwable failure) {
        String message = failure.getMessage();
        err.println("buyme: " + OneLine.of(message == null ? failure.toString() : message));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
    }
}
