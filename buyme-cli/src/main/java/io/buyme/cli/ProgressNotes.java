package io.buyme.cli;

import io.buyme.cli.evaluate.EmbedProgress;
import java.time.Duration;

/** Says every few seconds how far an evaluation is. */
final class ProgressNotes implements EmbedProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private long lastLine = System.nanoTime();

    ProgressNotes(Console console) {
        this.console = console;
    }

    @Override
    public void embedded(String what, int done, int total) {
        if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            console.note("%s: %d of %d embedded", what, done, total);
        }
    }
}
