package io.buyme.image.imaterialist;

import static java.util.stream.Collectors.joining;

import io.buyme.api.BuyMeException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes rows of a CSV file one at a time, with the line of column names before them. To be used by one thread. */
public final class FashionRowWriter implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;

    private FashionRowWriter(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Starts a file; it replaces one that is there.
     *
     * @throws BuyMeException if it cannot be written
     */
    public static FashionRowWriter create(Path file) {
        try {
            FashionRowWriter writer = new FashionRowWriter(file, Files.newBufferedWriter(file));
            writer.line(String.join(",", FashionRowReader.COLUMNS));
            return writer;
        } catch (IOException e) {
            throw new BuyMeException("cannot write annotations '" + file + "': " + e, e);
        }
    }

    /**
     * Adds a row.
     *
     * @throws BuyMeException if it cannot be written
     */
    public void write(FashionRow row) {
        String ids = Stream.concat(Stream.of(row.classId()), row.attributeIds().stream())
                .map(String::valueOf)
                .collect(joining("_"));
        line(String.join(
                ",",
                row.imageId(),
                EncodedPixels.format(row.pixels()),
                String.valueOf(row.pixels().height()),
                String.valueOf(row.pixels().width()),
                ids));
    }

    private void line(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new BuyMeException("cannot write annotations '" + file + "': " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new BuyMeException("cannot write annotations '" + file + "' to its end: " + e, e);
        }
    }
}
