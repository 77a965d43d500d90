package io.buyme.cli;

import io.buyme.cli.evaluate.DetectProgress;
import io.buyme.cli.evaluate.EmbedProgress;
import java.time.Duration;

/** Says every few seconds how far an evaluation is. */
final class ProgressNotes implements EmbedProgress, DetectProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Console console;
    private long lastLine = System.nanoTime();

    ProgressNotes(Console console) {
        this.console = console;
    }

    @Override
    public void embedded(String what, int done, int total) {
        noteNowAndThen("%s: %d of %d embedded".formatted(what, done, total));
    }

    @Override
    public void lookedAt(int done, int total) {
        noteNowAndThen("%d of %d photos looked at".formatted(done, total));
    }

    private void noteNowAndThen(String line) {
        if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            console.note("%s", line);
        }
    }
}
