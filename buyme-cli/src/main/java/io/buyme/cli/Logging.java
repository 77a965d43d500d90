package io.buyme.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends log messages of the library (System.Logger, so java.util.logging) and of its dependencies (SLF4J) to standard
 * error: warnings, and with {@code -v} everything from INFO.
 */
final class Logging {

    private Logging() {}

    static void configure(boolean verbose) {
        // Read when the first logger is made, which is after this.
        setUnlessSet("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "warn");
        setUnlessSet("org.slf4j.simpleLogger.showThreadName", "false");
        setUnlessSet("org.slf4j.simpleLogger.showShortLogName", "true");
        if (!verbose) {
            // DL4J's importers make shapes before they know sizes, and it warns of each; of wrong shapes it throws.
            setUnlessSet("org.slf4j.simpleLogger.log.org.deeplearning4j.nn.conf.inputs.InputType", "error");
        }
        setUnlessSet("java.util.logging.SimpleFormatter.format", "%4$s %3$s: %5$s%6$s%n");
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        LogManager.getLogManager().reset();
        Handler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        Logger logger = Logger.getLogger("");
        logger.setLevel(verbose ? Level.INFO : Level.WARNING);
        logger.addHandler(handler);
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
