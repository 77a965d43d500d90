package io.buyme.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.buyme.catalog.CatalogException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * A file beside the database with a line for each change since the first backup: should the database be damaged, it tells
 * which changes a backup lacks. Lines are on the disk before their transaction is committed; those of a transaction that
 * failed are taken back, at once or at the next opening. Used by one thread at a time.
 *
 * <p>The first line is {@code since TAB sequence}, each further one {@code sequence TAB kind TAB id TAB checksum}, ids in
 * the encoding of web forms, as they may hold line ends.
 */
final class ChangeJournal implements AutoCloseable {

    private static final String SINCE = "since";

    private final Path file;
    private final FileChannel channel;

    private ChangeJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the journal, if there is one, and takes back what comes after the last committed change. */
    static Optional<ChangeJournal> open(Path file, long lastSequence) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<Change> committed = read(file).changes().stream()
                    .filter(change -> change.sequence() <= lastSequence)
                    .toList();
            long since = read(file).since().orElse(lastSequence);
            Path whole = file.resolveSibling(file.getFileName() + ".tmp");
            Files.deleteIfExists(whole);
            try (ChangeJournal journal = begin(whole, since)) {
                journal.append(committed);
            }
            Files.move(
                    whole,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            FileChannel channel = FileChannel.open(file, READ, WRITE);
            channel.position(channel.size());
            return Optional.of(new ChangeJournal(file, channel));
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Begins a journal of the changes after a sequence number. */
    static ChangeJournal begin(Path file, long since) {
        try {
            ChangeJournal journal = new ChangeJournal(file, FileChannel.open(file, CREATE_NEW, READ, WRITE));
            journal.write(SINCE + "\t" + since + "\n");
            return journal;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Adds changes, and returns when they are on the disk. If that fails, none of them is there. */
    void append(List<Change> changes) {
        StringBuilder lines = new StringBuilder();
        changes.forEach(change -> lines.append(line(change)));
        write(lines.toString());
    }

    private void write(String text) {
        long before = position();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            takeBack(before);
            throw unusable(file, e);
        }
    }

    /** Returns where the next change will be written. */
    long position() {
        try {
            return channel.position();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Takes back what was written since a position. */
    void takeBack(long position) {
        try {
            channel.truncate(position);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Reads a journal as far as it is whole. */
    static Content read(Path file) {
        if (!Files.exists(file)) {
            return new Content(OptionalLong.empty(), List.of());
        }
        List<Change> changes = new ArrayList<>();
        OptionalLong since = OptionalLong.empty();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            if (line != null && line.startsWith(SINCE + "\t")) {
                since = OptionalLong.of(Long.parseLong(line.substring(SINCE.length() + 1)));
                line = reader.readLine();
            }
            for (Optional<Change> change = parse(line); change.isPresent(); change = parse(reader.readLine())) {
                changes.add(change.get());
            }
        } catch (IOException | NumberFormatException e) {
            throw unusable(file, e);
        }
        return new Content(since, changes);
    }

    private static String line(Change change) {
        String fields = change.sequence() + "\t" + change.kind() + "\t" + URLEncoder.encode(change.productId(), UTF_8);
        return fields + "\t" + checksum(fields) + "\n";
    }

    private static Optional<Change> parse(@org.jspecify.annotations.Nullable String line) {
        if (line == null) {
            return Optional.empty();
        }
        String[] parts = line.split("\t", -1);
        int end = line.lastIndexOf('\t');
        boolean whole = parts.length == 4 && checksum(line.substring(0, end)).equals(parts[3]);
        return whole
                ? Optional.of(new Change(
                        Long.parseLong(parts[0]), Change.Kind.valueOf(parts[1]), URLDecoder.decode(parts[2], UTF_8)))
                : Optional.empty();
    }

    private static String checksum(String fields) {
        CRC32C sum = new CRC32C();
        sum.update(fields.getBytes(UTF_8));
        return Long.toHexString(sum.getValue());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CatalogException unusable(Path file, Exception e) {
        return new CatalogException(
                Reason.BACKUP,
                "cannot use the journal of changes %s: %s; make room or delete it, and make a new backup"
                        .formatted(file, e),
                e);
    }

    /**
     * What a journal says.
     *
     * @param since the sequence number after which it has every change; empty if it says nothing
     * @param changes in order
     */
    record Content(OptionalLong since, List<Change> changes) {}
}
