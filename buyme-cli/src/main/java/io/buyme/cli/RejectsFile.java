package io.buyme.cli;

import io.buyme.api.BuyMeException;
import io.buyme.catalog.feed.Rejected;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps rejected rows in a tab-separated file, if one was asked for. */
final class RejectsFile implements AutoCloseable {

    private final Optional<BufferedWriter> writer;

    private RejectsFile(Optional<BufferedWriter> writer) {
        this.writer = writer;
    }

    static RejectsFile open(Optional<Path> file) {
        if (file.isEmpty()) {
            return new RejectsFile(Optional.empty());
        }
        try {
            RejectsFile rejects = new RejectsFile(Optional.of(Files.newBufferedWriter(file.get())));
            rejects.line("location", "id", "field", "reason");
            return rejects;
        } catch (IOException e) {
            throw new BuyMeException("cannot write rejected rows to " + file.get() + ": " + e, e);
        }
    }

    void add(Rejected row) {
        line(row.location(), row.id().orElse(""), row.field(), row.reason());
    }

    private void line(String... fields) {
        if (writer.isEmpty()) {
            return;
        }
        try {
            for (int i = 0; i < fields.length; i++) {
                writer.get().append(i == 0 ? "" : "\t").append(OneLine.of(fields[i]));
            }
            writer.get().newLine();
        } catch (IOException e) {
            throw new BuyMeException("cannot write rejected rows: " + e, e);
        }
    }

    @Override
    public void close() {
        if (writer.isPresent()) {
            try {
                writer.get().close();
            } catch (IOException e) {
                throw new BuyMeException("cannot write rejected rows: " + e, e);
            }
        }
    }
}
