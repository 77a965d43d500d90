package io.buyme.catalog;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.ChangeJournal.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Puts a backup in the place of a database. The caller holds the catalogue's lock. From the moment in which the checked
 * copy gets its name, the restoring is decided: should the process be killed later, {@link #finish} does the rest at the
 * next opening, so that no database is ever opened without its own log or instead of the one that was restored.
 */
final class Restoring {

    private final CatalogFolder folder;

    Restoring(CatalogFolder folder) {
        this.folder = folder;
    }

    RestoreReport from(Path backup) throws IOException {
        Path copy = folder.path().resolve("restored.tmp");
        try {
            deleteWithLog(copy);
            Files.copy(backup, copy);
            if (CatalogDatabase.spaceOf(copy).isEmpty()) {
                throw new CatalogException(Reason.BACKUP, backup + " holds no catalogue; name a backup of one");
            }
            long sequence = Inspection.requireSound(copy, backup.toString());
            Content journal = journal(sequence);
            long products = continued(copy, last(backup, journal, sequence));
            BackupFiles.sync(copy);
            Files.move(copy, folder.restored(), ATOMIC_MOVE, REPLACE_EXISTING);
            Optional<Path> damaged = finish();
            ChangeJournal.begin(folder.journal(), sequence).close();
            OptionalLong since = journal.since();
            boolean complete = since.isPresent() && since.getAsLong() <= sequence;
            return new RestoreReport(products, sequence, journal.changes(), complete, damaged);
        } finally {
            deleteWithLog(copy);
        }
    }

    /** A log that a killed process left would be taken for that of the next copy. */
    private void deleteWithLog(Path copy) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.beside(copy, suffix));
        }
    }

    /** Returns the highest number that a change or a later backup has: what is done from now on comes after them. */
    private static long last(Path backup, Content journal, long sequence) {
        List<Change> changes = journal.changes();
        long changed =
                changes.isEmpty() ? sequence : changes.get(changes.size() - 1).sequence();
        long newest = BackupFiles.list(backup.toAbsolutePath().resolveSibling("")).stream()
                .findFirst()
                .map(BackupFiles::sequenceOf)
                .orElse(sequence);
        return Math.max(sequence, Math.max(changed, newest));
    }

    /**
     * Gives the catalogue another id, so that no snapshot of the index from before fits it, and has it go on counting
     * where the replaced one was, so that backups have their order by what was done last. Returns its size.
     */
    private static long continued(Path database, long sequence) {
        try (Connections connections = Connections.open(database)) {
            return connections.write(c -> {
                String id = UUID.randomUUID().toString();
                Rows.change(c, "UPDATE catalog SET id = ?, last_sequence = ?", id, sequence);
                return Rows.number(c, "SELECT COUNT(*) FROM products");
            });
        }
    }

    private Content journal(long after) {
        try {
            return ChangeJournal.read(folder.journal(), after);
        } catch (CatalogException e) {
            return new Content(OptionalLong.empty(), List.of());
        }
    }

    /**
     * Puts what was restored in its place, if there is something, also what an earlier process could not put there.
     *
     * @return where the database is that was replaced, if there was one
     */
    Optional<Path> finish() throws IOException {
        if (!Files.exists(folder.restored())) {
            return Optional.empty();
        }
        // The name is the same when another process goes on with it.
        long when = Files.getLastModifiedTime(folder.restored()).toMillis();
        Path aside = folder.path().resolve("catalog.db.damaged-" + when);
        for (String suffix : List.of("-wal", "-shm", "")) {
            moveIfThere(folder.beside(folder.database(), suffix), folder.beside(aside, suffix));
        }
        moveIfThere(folder.journal(), folder.beside(aside, ".changes"));
        Files.deleteIfExists(folder.manifest());
        Files.move(folder.restored(), folder.database(), ATOMIC_MOVE);
        return Files.exists(aside) ? Optional.of(aside) : Optional.empty();
    }

    private static void moveIfThere(Path file, Path to) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, to, ATOMIC_MOVE);
        }
    }
}
