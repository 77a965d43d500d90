package io.buyme.cli.rerank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.buyme.api.BuyMeException;
import io.buyme.catalog.recommend.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was shown to people and what they clicked, as CSV with a header: {@code query}, {@code product}, {@code rank},
 * {@code label} (1 or 0), {@code space}, and a column for each of {@link Signals#NAMES}. Columns may come in any order, and
 * there may be others; {@code space} may be missing.
 */
public final class ClickFile {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private ClickFile() {}

    /**
     * Reads the rows, in order.
     *
     * @throws BuyMeException if the file cannot be read, or a row lacks something or makes no sense; the message names the
     *     row, counted without the header
     */
    public static List<ShownProduct> read(Path file) {
        List<ShownProduct> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.newBufferedReader(file))) {
            while (lines.hasNextValue()) {
                rows.add(new Row(lines.nextValue(), file + " row " + (rows.size() + 1)).read());
            }
        } catch (NoSuchFileException e) {
            throw new BuyMeException("there is no file of clicks " + file, e);
        } catch (JsonProcessingException e) {
            throw new BuyMeException(file + " is no CSV file with a header: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BuyMeException("cannot read clicks " + file + ": " + e, e);
        }
        return rows;
    }

    /**
     * Writes rows, with a header.
     *
     * @throws BuyMeException if the file cannot be written
     */
    public static void write(Path file, List<ShownProduct> rows) {
        CsvSchema.Builder schema = CsvSchema.builder()
                .addColumn("query")
                .addColumn("product")
                .addColumn("rank")
                .addColumn("label")
                .addColumn("space");
        Signals.NAMES.forEach(schema::addColumn);
        try (SequenceWriter out = CSV.writer(schema.build().withHeader()).writeValues(Files.newBufferedWriter(file))) {
            for (ShownProduct row : rows) {
                List<Object> values = new ArrayList<>(
                        List.of(row.query(), row.product(), row.rank(), row.label() ? 1 : 0, row.space()));
                row.signals().values().forEach(value -> values.add(Math.round(value * 1e6) / 1e6));
                out.write(values);
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot write " + file + ": " + e, e);
        }
    }

    private record Row(Map<String, String> fields, String where) {

        ShownProduct read() {
            List<Double> values = Signals.NAMES.stream().map(this::number).toList();
            try {
                return new ShownProduct(
                        text("query"),
                        text("product"),
                        (int) number("rank"),
                        label(),
                        fields.getOrDefault("space", ""),
                        Signals.of(values));
            } catch (IllegalArgumentException e) {
                throw new BuyMeException(where + ": " + e.getMessage(), e);
            }
        }

        private boolean label() {
            String label = text("label");
            if (label.equals("1") || label.equals("0")) {
                return label.equals("1");
            }
            throw new BuyMeException("%s: label must be 0 or 1, got '%s'".formatted(where, label));
        }

        private double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new BuyMeException("%s: %s must be a number, got '%s'".formatted(where, column, text(column)), e);
            }
        }

        private String text(String column) {
            String value = fields.get(column);
            if (value == null || value.isEmpty()) {
                throw new BuyMeException("%s has no %s; wanted are the columns query,product,rank,label,space,%s"
                        .formatted(where, column, String.join(",", Signals.NAMES)));
            }
            return value;
        }
    }
}
