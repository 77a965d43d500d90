package io.buyme.catalog.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The lines of a UTF-8 file, of which none takes more memory than a bound, however long it is. Bytes that are not UTF-8
 * become U+FFFD, so that they spoil their own line only.
 */
final class TextLines implements AutoCloseable {

    /** More than any product row should need; Google's limit on a description is 5,000. */
    static final int MAX_LENGTH = 256 * 1024;

    private final FeedFile file;
    private final BufferedReader reader;
    private long number;

    private TextLines(FeedFile file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static TextLines open(FeedFile file, DoubleConsumer shareRead) {
        return new TextLines(file, file.text(shareRead));
    }

    /** Returns the next line, or nothing at the end. */
    Optional<Line> next() {
        try {
            int c = reader.read();
            return c < 0 ? Optional.empty() : Optional.of(line(c));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Returns the next line that is not blank, or nothing at the end. */
    Optional<Line> nextWithText() {
        Optional<Line> line = next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = next();
        }
        return line;
    }

    private Line line(int first) throws IOException {
        number++;
        StringBuilder text = new StringBuilder();
        boolean tooLong = false;
        for (int c = first; c >= 0 && c != '\n'; c = reader.read()) {
            if (text.length() < MAX_LENGTH) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
        }
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\r') {
            text.setLength(end - 1);
        }
        return new Line(number, text.toString(), tooLong);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line without its end.
     *
     * @param number counted from 1
     * @param text up to the bound
     * @param tooLong whether there was more
     */
    record Line(long number, String text, boolean tooLong) {

        String location() {
            return "line " + number;
        }
    }
}
