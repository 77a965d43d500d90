package io.buyme.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks what standard error is. */
final class Terminal {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /**
     * Tells whether standard error is a screen. The JDK cannot say, Linux can; elsewhere the answer is no, which costs
     * nothing but a bar.
     */
    static boolean isStandardError() {
        if (Files.notExists(STANDARD_ERROR)) {
            return false;
        }
        try {
            return STANDARD_ERROR.toRealPath().toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException e) {
            return false;
        }
    }
}
