package io.buyme.cli;

import io.buyme.catalog.IngestListener;
import io.buyme.catalog.IngestReport;
import io.buyme.catalog.feed.Rejected;
import java.time.Duration;
import java.util.Locale;

/** Shows how far an ingest is: a bar on a terminal, else a line every few seconds. Shows the first bad rows as well. */
final class IngestProgress implements IngestListener {

    private static final int REJECTS_SHOWN = 10;
    private static final int BAR = 24;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final RejectsFile rejects;
    private int shown;
    private long lastLine = System.nanoTime();

    IngestProgress(Console console, RejectsFile rejects) {
        this.console = console;
        this.rejects = rejects;
    }

    @Override
    public void progress(Progress progress) {
        if (console.terminal()) {
            console.err().print(CLEAR_LINE + bar(progress) + text(progress));
            console.err().flush();
        } else if (System.nanoTime() - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = System.nanoTime();
            console.note(text(progress));
        }
    }

    @Override
    public void rejected(Rejected row) {
        rejects.add(row);
        if (shown < REJECTS_SHOWN) {
            shown++;
            clear();
            console.note("rejected: " + OneLine.of(row.toString()));
        }
    }

    /** Ends the bar, and says how many bad rows were not shown. */
    void finish(IngestReport report) {
        clear();
        if (report.rejectedCount() > shown) {
            console.note("... and %d more rejected; --rejects FILE lists all", report.rejectedCount() - shown);
        }
    }

    private void clear() {
        if (console.terminal()) {
            console.err().print(CLEAR_LINE);
            console.err().flush();
        }
    }

    private static String bar(Progress progress) {
        if (progress.total().isEmpty() || progress.total().getAsLong() == 0) {
            return "";
        }
        int full = (int) Math.min(BAR, BAR * progress.done() / progress.total().getAsLong());
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] ";
    }

    /** Returns the figures, such as {@code 120 of 500 (24 %), 31.5 a second, 12 s left}. */
    static String text(Progress progress) {
        String rate = String.format(Locale.ROOT, "%.1f a second", progress.rowsPerSecond());
        if (progress.total().isEmpty() || progress.total().getAsLong() == 0) {
            return "%d done, %s".formatted(progress.done(), rate);
        }
        long total = progress.total().getAsLong();
        String part = "%d of %d (%d %%), %s".formatted(progress.done(), total, 100 * progress.done() / total, rate);
        return part
                + progress.remaining()
                        .map(time -> ", " + left(time.toSeconds()) + " left")
                        .orElse("");
    }

    private static String left(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
