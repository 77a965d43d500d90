package io.buyme.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.buyme.catalog.CatalogException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file beside the database with a line for each change since a backup: should the database be damaged, it tells which
 * changes a backup lacks. Lines are on the disk before their transaction is committed; those of a transaction that failed
 * are taken back, at once or at the next opening. Used by one thread at a time.
 *
 * <p>The first line is {@code since TAB sequence}, each further one {@code sequence TAB kind TAB id TAB checksum}, ids in
 * the encoding of web forms, as they may hold line ends.
 */
final class ChangeJournal implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ChangeJournal.class.getName());
    private static final String SINCE = "since\t";

    private final Path file;

    /** Not a channel, which would be closed for good as soon as a thread that writes is interrupted. */
    private final RandomAccessFile lines;

    private ChangeJournal(Path file, RandomAccessFile lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Opens the journal, if there is one, and takes back what comes after the last committed change. */
    static Optional<ChangeJournal> open(Path file, long lastSequence) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long end = scan(file, since -> {}, change -> change.sequence() <= lastSequence);
            if (end == 0) {
                return Optional.of(begin(file, lastSequence));
            }
            ChangeJournal journal = new ChangeJournal(file, new RandomAccessFile(file.toFile(), "rw"));
            journal.takeBack(end);
            return Optional.of(journal);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Begins a journal of the changes after a sequence number, instead of one that may be there. */
    static ChangeJournal begin(Path file, long since) {
        try {
            ChangeJournal journal = new ChangeJournal(file, new RandomAccessFile(file.toFile(), "rw"));
            boolean begun = false;
            try {
                journal.takeBack(0);
                journal.write(SINCE + since + "\n");
                begun = true;
                return journal;
            } finally {
                if (!begun) {
                    journal.close();
                }
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Returns this journal, which is closed, without the changes up to a sequence number, if there is room to write it. */
    ChangeJournal since(long sequence) {
        Path shorter = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (ChangeJournal rest = begin(shorter, sequence)) {
                rest.append(read(file, sequence).changes());
            }
            close();
            Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | CatalogException e) {
            LOG.log(Level.WARNING, "the journal {0} stays as long as it is: {1}", file, e.toString());
            close();
        }
        return open(file, Long.MAX_VALUE).orElseThrow();
    }

    /** Adds changes, and returns when they are on the disk. If that fails, none of them is there. */
    void append(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(line(change)));
        write(text.toString());
    }

    private void write(String text) {
        long before = position();
        try {
            lines.write(text.getBytes(UTF_8));
            lines.getFD().sync();
        } catch (IOException e) {
            takeBack(before);
            throw unusable(file, e);
        }
    }

    /** Returns where the next change will be written, which is the length of the journal in bytes. */
    long position() {
        try {
            return lines.getFilePointer();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Takes back what was written since a position. */
    void takeBack(long position) {
        try {
            lines.setLength(position);
            lines.seek(position);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** Reads the changes after a sequence number, as far as the journal is whole. */
    static Content read(Path file, long after) {
        if (!Files.exists(file)) {
            return new Content(OptionalLong.empty(), List.of());
        }
        List<Long> since = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        try {
            scan(file, since::add, change -> change.sequence() <= after || changes.add(change));
        } catch (IOException e) {
            throw unusable(file, e);
        }
        return new Content(since.stream().mapToLong(Long::longValue).findFirst(), changes);
    }

    /** Reads lines as long as they are whole and wanted, and returns the length of all of them in bytes. */
    private static long scan(Path file, LongConsumer since, Predicate<Change> wanted) throws IOException {
        long size = Files.size(file);
        // What is written is ASCII, and what is damaged must not be taken for the end of everything.
        try (BufferedReader reader = Files.newBufferedReader(file, ISO_8859_1)) {
            String line = reader.readLine();
            OptionalLong first = first(line);
            long end = line == null ? 0 : line.length() + 1L;
            if (first.isEmpty() || end > size) {
                return 0;
            }
            since.accept(first.getAsLong());
            while (true) {
                line = reader.readLine();
                Optional<Change> change = parse(line).filter(wanted);
                if (line == null || change.isEmpty() || end + line.length() + 1 > size) {
                    return end;
                }
                end += line.length() + 1;
            }
        }
    }

    private static OptionalLong first(@Nullable String line) {
        return line != null && line.matches(SINCE + "\\d{1,18}")
                ? OptionalLong.of(Long.parseLong(line.substring(SINCE.length())))
                : OptionalLong.empty();
    }

    private static String line(Change change) {
        String fields = change.sequence() + "\t" + change.kind() + "\t" + URLEncoder.encode(change.productId(), UTF_8);
        return fields + "\t" + checksum(fields) + "\n";
    }

    private static Optional<Change> parse(@Nullable String line) {
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
            lines.close();
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
