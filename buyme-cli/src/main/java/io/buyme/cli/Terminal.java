package io.buyme.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks what standard error is. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Tells whether standard error is a screen. The JDK knows that of input and output together only. */
    static boolean isStandardError() {
        if (Files.exists(STANDARD_ERROR)) {
            try {
                return STANDARD_ERROR.toRealPath().toString().matches("/dev/(pts/|tty|console).*");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null && System.getenv("TERM") != null;
    }
}
