package io.buyme.catalog.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.buyme.catalog.feed.TextLines.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of a CSV file (RFC 4180). Records are told apart before they are parsed, so that one with a quotation mark
 * too many spoils itself and not the rest of the file.
 */
final class CsvRecords {

    private static final int MAX_LINES_PER_RECORD = 200;

    private final TextLines lines;
    private final char separator;
    private final ObjectReader parser;
    private final Deque<Line> putBack = new ArrayDeque<>();

    CsvRecords(TextLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
        this.parser = new CsvMapper()
                .readerForArrayOf(String.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator));
    }

    /** Returns the next record that is not blank, or nothing at the end. */
    Optional<CsvRecord> next() {
        Optional<Line> line = nextLine();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = nextLine();
        }
        return line.map(this::record);
    }

    private Optional<Line> nextLine() {
        Line again = putBack.poll();
        return again == null ? lines.next() : Optional.of(again);
    }

    private CsvRecord record(Line first) {
        Deque<Line> more = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first.text());
        boolean tooLong = first.tooLong();
        while (!tooLong && endsInsideQuotes(text)) {
            Optional<Line> line = more.size() < MAX_LINES_PER_RECORD ? nextLine() : Optional.empty();
            if (line.isEmpty() || text.length() > TextLines.MAX_LENGTH) {
                line.ifPresent(more::add);
                more.descendingIterator().forEachRemaining(putBack::push);
                return CsvRecord.bad(first.location(), "has a quotation mark that is not closed");
            }
            more.add(line.get());
            text.append('\n').append(line.get().text());
        }
        return tooLong
                ? CsvRecord.bad(first.location(), "is longer than " + TextLines.MAX_LENGTH + " characters")
                : parse(first.location(), text.toString());
    }

    /** A quotation mark opens a value only at its beginning; inside a quoted value two of them stand for one. */
    private boolean endsInsideQuotes(CharSequence text) {
        boolean quoted = false;
        boolean valueBegins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && (valueBegins || text.charAt(i - 1) == '"')) {
                quoted = true;
            }
            valueBegins = !quoted && c == separator;
        }
        return quoted;
    }

    private CsvRecord parse(String location, String text) {
        try {
            String[] values = parser.readValue(text);
            return new CsvRecord(location, List.of(values), Optional.empty());
        } catch (JsonProcessingException e) {
            return CsvRecord.bad(location, "is no CSV: " + e.getOriginalMessage());
        }
    }

    /**
     * A record, or why there is none.
     *
     * @param location of its first line
     * @param values of its columns
     * @param problem with it
     */
    record CsvRecord(String location, List<String> values, Optional<String> problem) {

        static CsvRecord bad(String location, String problem) {
            return new CsvRecord(location, List.of(), Optional.of(problem));
        }
    }
}
