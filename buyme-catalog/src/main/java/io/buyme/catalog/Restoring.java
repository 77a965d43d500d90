package io.buyme.catalog;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.buyme.catalog.ChangeJournal.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Puts a backup in the place of a database. The caller holds the catalogue's lock. */
final class Restoring {

    private final CatalogFolder folder;

    Restoring(CatalogFolder folder) {
        this.folder = folder;
    }

    RestoreReport from(Path backup) throws IOException {
        Path copy = folder.path().resolve("restored.tmp");
        Files.copy(backup, copy, REPLACE_EXISTING);
        long sequence = Inspection.requireSound(copy);
        long products = renamed(copy);
        BackupFiles.sync(copy);
        Content journal = journal();
        Optional<Path> damaged = putAside();
        Files.move(copy, folder.database(), ATOMIC_MOVE, REPLACE_EXISTING);
        deleteDerived();
        List<Change> lost = journal.changes().stream()
                .filter(change -> change.sequence() > sequence)
                .toList();
        OptionalLong since = journal.since();
        return new RestoreReport(products, sequence, lost, since.isPresent() && since.getAsLong() <= sequence, damaged);
    }

    /** Gives the catalogue another id, so that no snapshot of the index from before fits it. Returns its size. */
    private static long renamed(Path database) {
        try (Connections connections = Connections.open(database)) {
            return connections.write(c -> {
                Rows.change(c, "UPDATE catalog SET id = ?", UUID.randomUUID().toString());
                return Rows.number(c, "SELECT COUNT(*) FROM products");
            });
        }
    }

    private Content journal() {
        try {
            return ChangeJournal.read(folder.journal());
        } catch (CatalogException e) {
            return new Content(OptionalLong.empty(), List.of());
        }
    }

    /** Moves the database away, with the log that belongs to it and must not be taken for the backup's. */
    private Optional<Path> putAside() throws IOException {
        Path database = folder.database();
        Path aside = folder.path().resolve("catalog.db.damaged-" + UUID.randomUUID());
        for (String suffix : List.of("-wal", "-shm", "")) {
            Path file = database.resolveSibling(database.getFileName() + suffix);
            if (Files.exists(file)) {
                Files.move(file, aside.resolveSibling(aside.getFileName() + suffix), ATOMIC_MOVE);
            }
        }
        return Files.exists(aside) ? Optional.of(aside) : Optional.empty();
    }

    private void deleteDerived() throws IOException {
        Files.deleteIfExists(folder.manifest());
        Files.deleteIfExists(folder.journal());
    }
}
