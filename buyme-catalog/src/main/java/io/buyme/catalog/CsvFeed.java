package io.buyme.catalog;

import com.google.common.base.CharMatcher;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.CsvRecords.CsvRecord;
import io.buyme.catalog.TextLines.Line;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A feed with a header line and a row per product, separated by comma, semicolon or tab. */
final class CsvFeed implements ProductFeed {

    private static final Set<String> REQUIRED = Set.of("id", "image", "category");

    private final Path file;
    private final FeedOptions options;

    CsvFeed(Path file, FeedOptions options) {
        this.file = file;
        this.options = options;
    }

    @Override
    public Stream<FeedEntry> rows() {
        TextLines lines = TextLines.open(file);
        boolean opened = false;
        try {
            char separator = separator();
            CsvRecords records = new CsvRecords(lines, separator);
            List<String> header = header(records);
            FieldRows rows = new FieldRows(file, options);
            opened = true;
            return RowStream.of(() -> records.next().map(r -> entry(r, header, rows)), lines::close);
        } finally {
            if (!opened) {
                lines.close();
            }
        }
    }

    /** Returns the separator of which the header has most; a name of a column holds none of them. */
    private char separator() {
        try (TextLines lines = TextLines.open(file)) {
            Optional<Line> header = lines.next();
            while (header.isPresent() && header.get().text().isBlank()) {
                header = lines.next();
            }
            String text = header.map(Line::text).orElse("");
            return Stream.of(',', ';', '\t')
                    .max((a, b) -> Integer.compare(
                            CharMatcher.is(a).countIn(text), CharMatcher.is(b).countIn(text)))
                    .orElseThrow();
        }
    }

    private List<String> header(CsvRecords records) {
        List<String> names = records.next()
                .map(r -> r.values().stream()
                        .map(n -> n.strip().toLowerCase(Locale.ROOT))
                        .toList())
                .orElse(List.of());
        if (!names.containsAll(REQUIRED) || new HashSet<>(names).size() < names.size()) {
            throw new CatalogException(
                    Reason.FEED,
                    "feed %s must begin with a header line that names each column once, among them %s; found %s"
                            .formatted(file, REQUIRED.stream().sorted().toList(), names));
        }
        return names;
    }

    private static FeedEntry entry(CsvRecord csv, List<String> header, FieldRows rows) {
        if (csv.problem().isPresent()) {
            return Rejected.row(csv.location(), csv.problem().get());
        }
        if (csv.values().size() > header.size()) {
            return Rejected.row(
                    csv.location(),
                    "has %d values for %d columns; quote values that hold the separator"
                            .formatted(csv.values().size(), header.size()));
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < csv.values().size(); i++) {
            fields.put(header.get(i), csv.values().get(i));
        }
        return rows.entry(csv.location(), fields);
    }
}
