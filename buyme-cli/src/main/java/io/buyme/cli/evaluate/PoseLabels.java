package io.buyme.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.buyme.api.BuyMeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Photos of which is known whether they show a whole person from the front.
 *
 * @param rows in the file's order
 */
public record PoseLabels(List<Row> rows) {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /** Copies the list. */
    public PoseLabels {
        rows = List.copyOf(rows);
    }

    /**
     * A labelled photo.
     *
     * @param name as the file has it
     * @param photo where it is
     * @param fullFront what is right
     * @param reason why not, such as {@code side}; empty if it is full front
     * @param unsure whether the labeller was in doubt
     */
    public record Row(String name, Path photo, boolean fullFront, String reason, boolean unsure) {}

    /**
     * Reads a CSV file with a header that has at least the columns file and full_front.
     *
     * @throws BuyMeException if it cannot be read, or a row is no label; the message names the row, counted without the header
     */
    public static PoseLabels read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        List<Row> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.newBufferedReader(file))) {
            while (lines.hasNextValue()) {
                Map<String, String> line = lines.nextValue();
                String where = file + " row " + (rows.size() + 1);
                rows.add(row(line, folder == null ? file : folder, where));
            }
        } catch (NoSuchFileException e) {
            throw new BuyMeException("there is no label file " + file, e);
        } catch (JsonProcessingException e) {
            throw new BuyMeException(file + " is no CSV file with a header: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BuyMeException("cannot read label file " + file + ": " + e, e);
        }
        return new PoseLabels(rows);
    }

    private static Row row(Map<String, String> line, Path folder, String where) {
        String name = line.get("file");
        if (name == null || name.isEmpty()) {
            throw new BuyMeException(where + " has no file; wanted are the columns file,full_front,reason,unsure");
        }
        return new Row(
                name,
                folder.resolve(name).normalize(),
                flag(line.get("full_front"), "full_front", where),
                line.getOrDefault("reason", ""),
                flag(line.getOrDefault("unsure", "0"), "unsure", where));
    }

    private static boolean flag(@Nullable String value, String column, String where) {
        if ("1".equals(value) || "0".equals(value)) {
            return "1".equals(value);
        }
        throw new BuyMeException("%s: %s must be 0 or 1, got %s"
                .formatted(where, column, value == null ? "nothing" : "'" + value + "'"));
    }
}
