package io.buyme.catalog.feed;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.buyme.catalog.feed.CsvRecords.CsvRecord;
import io.buyme.catalog.feed.TextLines.Line;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** A file with a header line and a record per row, separated by comma, semicolon or tab. */
final class Table implements AutoCloseable {

    private static final String HANDLE = "handle";
    private static final Set<String> SHOPIFY = Set.of(HANDLE, "title", "image src");

    private final TextLines lines;
    private final CsvRecords records;
    private final List<String> header;

    private Table(TextLines lines, CsvRecords records, List<String> header) {
        this.lines = lines;
        this.records = records;
        this.header = header;
    }

    static Table open(FeedFile file, DoubleConsumer shareRead) {
        char separator = separator(file);
        TextLines lines = TextLines.open(file, shareRead);
        try {
            CsvRecords records = new CsvRecords(lines, separator);
            List<String> header = records.next().stream()
                    .flatMap(r -> r.values().stream())
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            checkHeader(header, file);
            return new Table(lines, records, header);
        } catch (RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    /** Tells whether a first line may be that of a table of products. */
    static boolean looksLikeHeader(String line) {
        List<String> names = Splitter.on(separator(line))
                .trimResults(CharMatcher.anyOf("\" \uFEFF"))
                .splitToList(line.toLowerCase(Locale.ROOT));
        return names.size() > 1 && (names.contains(HANDLE) || names.stream().anyMatch(n -> isField(n, Field.ID)));
    }

    /** Returns the separator of which the header has most; a name of a column holds none of them. */
    private static char separator(FeedFile file) {
        try (TextLines lines = TextLines.open(file, share -> {})) {
            return separator(lines.nextWithText().map(Line::text).orElse(""));
        }
    }

    private static char separator(String header) {
        return Stream.of(',', ';', '\t')
                .max((a, b) -> Integer.compare(
                        CharMatcher.is(a).countIn(header), CharMatcher.is(b).countIn(header)))
                .orElseThrow();
    }

    private static void checkHeader(List<String> names, FeedFile file) {
        if (names.containsAll(SHOPIFY)) {
            return;
        }
        boolean complete = Stream.of(Field.ID, Field.IMAGE)
                .allMatch(wanted -> names.stream().anyMatch(name -> isField(name, wanted)));
        List<String> known = names.stream()
                .filter(name -> Field.named(name).isPresent() && !isField(name, Field.MORE_IMAGES))
                .toList();
        if (!complete || new HashSet<>(known).size() < known.size()) {
            throw new FeedException(
                    "feed %s must begin with a header line that names each column once, among them [id, image], or those"
                                    .formatted(file.path())
                            + " of Shopify, [Handle, Title, Image Src]; found " + names);
        }
    }

    private static boolean isField(String name, Field field) {
        return Field.named(name).equals(Optional.of(field));
    }

    boolean isShopify() {
        return header.containsAll(SHOPIFY);
    }

    /** Returns the names of the columns, in lower case. */
    List<String> header() {
        return header;
    }

    /** Returns the next record that is not blank, or nothing at the end. */
    Optional<Row> next() {
        return records.next().map(this::row);
    }

    private Row row(CsvRecord csv) {
        if (csv.problem().isEmpty() && csv.values().size() > header.size()) {
            return new Row(
                    csv.location(),
                    List.of(),
                    Optional.of("has %d values for %d columns; quote values that hold the separator"
                            .formatted(csv.values().size(), header.size())));
        }
        return new Row(csv.location(), csv.values(), csv.problem());
    }

    @Override
    public void close() {
        lines.close();
    }

    /**
     * A record of the table.
     *
     * @param location of its first line
     * @param values of the first columns; of further ones it has none
     * @param problem with it
     */
    record Row(String location, List<String> values, Optional<String> problem) {

        /** Returns the values by the names of their columns; of columns of one name the first that has one. */
        Map<String, String> byName(List<String> header) {
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                if (!values.get(i).isBlank()) {
                    named.putIfAbsent(header.get(i), values.get(i).strip());
                }
            }
            return named;
        }
    }
}
