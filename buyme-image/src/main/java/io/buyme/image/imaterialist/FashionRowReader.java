package io.buyme.image.imaterialist;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.image.coco.RunLengths;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file one at a time: {@code ImageId}, {@code EncodedPixels}, {@code Height}, {@code Width} and
 * {@code ClassId}, in the order that the first line says. A bad row is reported and the next one read. To be used by one
 * thread.
 */
public final class FashionRowReader implements AutoCloseable {

    static final List<String> COLUMNS = List.of("ImageId", "EncodedPixels", "Height", "Width", "ClassId");

    private final Path file;
    private final BufferedReader lines;
    private final Consumer<BadRow> bad;
    private final Set<Integer> classes;
    private final Set<Integer> attributes;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();
    private long line;

    private record Size(int width, int height) {}

    private FashionRowReader(Path file, BufferedReader lines, FashionLabels labels, Consumer<BadRow> bad) {
        this.file = file;
        this.lines = lines;
        this.bad = bad;
        this.classes = labels.categoryIds();
        this.attributes = labels.attributeIds();
    }

    /**
     * Opens a file and reads the line with the column names.
     *
     * @param labels a row with another class or attribute is bad
     * @param bad receives each row that is left out, in the order of the file
     * @throws BuyMeException if the file is missing or lacks a column
     */
    public static FashionRowReader open(Path file, FashionLabels labels, Consumer<BadRow> bad) {
        requireNonNull(bad, "bad");
        try {
            FashionRowReader reader = new FashionRowReader(file, Files.newBufferedReader(file), labels, bad);
            try {
                reader.readColumns();
                return reader;
            } catch (BuyMeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BuyMeException("cannot read annotations '" + file + "': " + e + "; check the path", e);
        }
    }

    /**
     * Returns the next good row, or nothing at the end.
     *
     * @throws BuyMeException if reading fails
     */
    public Optional<FashionRow> next() {
        for (@Nullable String text = readLine(); text != null; text = readLine()) {
            if (text.isBlank()) {
                continue;
            }
            try {
                return Optional.of(row(text));
            } catch (IllegalArgumentException e) {
                bad.accept(new BadRow(line, String.valueOf(e.getMessage())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new BuyMeException("cannot close annotations '" + file + "': " + e, e);
        }
    }

    private void readColumns() {
        @Nullable String header = readLine();
        List<String> names = header == null ? List.of() : List.of(header.strip().split(","));
        for (String name : COLUMNS) {
            if (!names.contains(name)) {
                throw new BuyMeException(
                        "'%s' wants the columns %s, the first line is: %s".formatted(file, COLUMNS, header));
            }
            columns.put(name, names.indexOf(name));
        }
    }

    private @Nullable String readLine() {
        try {
            line++;
            return lines.readLine();
        } catch (IOException e) {
            throw new BuyMeException("cannot read annotations '" + file + "' at line " + line + ": " + e, e);
        }
    }

    private FashionRow row(String text) {
        List<String> values = List.of(text.split(",", -1));
        if (values.size() < columns.size()) {
            throw new IllegalArgumentException("%d values, want %d".formatted(values.size(), columns.size()));
        }
        String imageId = value(values, "ImageId");
        if (imageId.isEmpty()) {
            throw new IllegalArgumentException("ImageId is empty");
        }
        Size size = new Size(positive(values, "Width"), positive(values, "Height"));
        Size before = sizes.getOrDefault(imageId, size);
        if (!before.equals(size)) {
            throw new IllegalArgumentException("%s is %d x %d here and %d x %d before"
                    .formatted(imageId, size.width, size.height, before.width, before.height));
        }
        RunLengths pixels = EncodedPixels.parse(value(values, "EncodedPixels"), size.width, size.height);
        List<Integer> ids = ids(value(values, "ClassId"));
        FashionRow row = new FashionRow(imageId, pixels, ids.get(0), ids.subList(1, ids.size()));
        sizes.put(imageId, size);
        return row;
    }

    /** A class and its attributes: {@code 6_38_94} is class 6 with attributes 38 and 94. */
    private List<Integer> ids(String text) {
        List<Integer> ids = new ArrayList<>();
        for (String number : text.split("_", -1)) {
            int id = whole(number, "ClassId");
            boolean known = (ids.isEmpty() ? classes : attributes).contains(id);
            if (!known) {
                throw new IllegalArgumentException(
                        "ClassId %s has the unknown %s %d".formatted(text, ids.isEmpty() ? "class" : "attribute", id));
            }
            ids.add(id);
        }
        return ids;
    }

    private int positive(List<String> values, String column) {
        int number = whole(value(values, column), column);
        if (number < 1) {
            throw new IllegalArgumentException(column + " must be at least 1, got " + number);
        }
        return number;
    }

    private String value(List<String> values, String column) {
        return values.get(requireNonNull(columns.get(column), column)).strip();
    }

    private static int whole(String text, String column) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " must be a whole number, got '" + text + "'", e);
        }
    }
}
