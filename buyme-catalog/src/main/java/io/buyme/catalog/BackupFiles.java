package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Copies of the database in a folder, named after the sequence number of the last change in them. */
final class BackupFiles {

    private static final String PREFIX = "catalog-";
    private static final String SUFFIX = ".db";
    private static final int DIGITS = 12;

    private BackupFiles() {}

    /**
     * Makes a copy while others read and write. It is checked row by row before it gets its name, so that a backup that is
     * there is whole.
     */
    static Path create(CatalogDatabase database, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CatalogException(Reason.BACKUP, "cannot make the folder for backups " + folder + ": " + e, e);
        }
        Path temporary = folder.resolve(PREFIX + UUID.randomUUID() + ".tmp");
        try {
            database.copyTo(temporary);
            long sequence = Inspection.requireSound(temporary, "the catalogue");
            Path file = folder.resolve((PREFIX + "%0" + DIGITS + "d" + SUFFIX).formatted(sequence));
            sync(temporary);
            return Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CatalogException(
                    Reason.BACKUP, "cannot write a backup to %s: %s; is there room?".formatted(folder, e), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** Returns the backups in a folder, the newest first. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(BackupFiles::isBackup)
                    .sorted(Comparator.comparingLong(BackupFiles::sequenceOf).reversed())
                    .toList();
        } catch (IOException e) {
            throw new CatalogException(Reason.BACKUP, "cannot read the folder of backups " + folder + ": " + e, e);
        }
    }

    /** Returns the sequence number of the last change in the newest backup, if there is one. */
    static Optional<Long> newestSequence(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return list(folder).stream()
                .findFirst()
                .map(file -> String.valueOf(file.getFileName()))
                .map(name -> Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
    }

    private static boolean isBackup(Path file) {
        return String.valueOf(file.getFileName()).matches(PREFIX + "\\d{" + DIGITS + ",18}" + SUFFIX);
    }

    /** Returns the sequence number of the last change in a backup, by its name. */
    static long sequenceOf(Path backup) {
        String name = String.valueOf(backup.getFileName());
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    static void deleteAllBut(int count, Path folder) {
        list(folder).stream().skip(count).forEach(BackupFiles::deleteQuietly);
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(BackupFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot delete {0}: {1}", file, e.toString());
        }
    }
}
