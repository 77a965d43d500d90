package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Embedder;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.fetch.FetchOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a shop does with a catalogue now and then: backups, checks, another embedder. Safe for concurrent use; the
 * catalogue goes on answering, and being written, meanwhile.
 */
public final class CatalogMaintenance {

    private final LiveCatalog live;

    CatalogMaintenance(LiveCatalog live) {
        this.live = live;
    }

    /**
     * Copies the database to a file in a folder, which is made if it is not there. The copy is checked row by row before it
     * gets its name. From the first backup on, a journal beside the database tells which changes came later.
     *
     * @return the file, named after the sequence number of the last change in it
     * @throws CatalogException if the copy cannot be written, or the database is damaged
     */
    public Path backup(Path folder) {
        requireNonNull(folder, "folder");
        CatalogDatabase database = live.view().database();
        if (!database.isEmbedded()) {
            throw new CatalogException(
                    Reason.BACKUP, "a database server is backed up by its own means, such as pg_dump");
        }
        live.exclusively(() -> {
            live.backups().keepJournal();
            return true;
        });
        Path backup = BackupFiles.create(database, folder);
        live.backups().made(backup);
        return backup;
    }

    /**
     * Reads every page and row of the database, and compares it with its checksum.
     *
     * @return what is wrong, at most 100 things; empty if all is well
     */
    public List<String> check() {
        return live.view().database().inspect();
    }

    /**
     * Moves the catalogue to another embedder: embeds all products anew while the old one goes on answering, then
     * switches at once. What was embedded stays if the process is killed; the next call goes on from there.
     *
     * <p>After that, {@link Catalog#space} and {@link Catalog#index} are those of the new embedder. An index that was
     * handed out before goes on answering, without what is added later, until the catalogue is closed.
     *
     * @param embedder of another space
     * @param fetch how pictures are fetched from the web
     * @param listener called in this thread
     * @return what was done; if pictures could not be read it did not switch
     * @throws IllegalArgumentException if the catalogue is of that space already
     * @throws CatalogException if the catalogue cannot be written, or the thread is interrupted
     */
    public ReindexReport reindex(Embedder embedder, FetchOptions fetch, IngestListener listener) {
        try (Reindexing reindexing = new Reindexing(live, embedder, fetch, listener)) {
            return reindexing.run();
        }
    }

    /**
     * Replaces the database of a catalogue that is not open by a backup. The damaged one is kept beside it, under another
     * name.
     *
     * @param directory of the catalogue
     * @param backup file, which stays
     * @return what was restored, and which changes since the backup are gone
     * @throws CatalogException if the catalogue is open, the backup damaged, or a file cannot be written; then the
     *     catalogue is as it was
     */
    public static RestoreReport restore(Path directory, Path backup) {
        if (!Files.isRegularFile(backup)) {
            throw new CatalogException(Reason.BACKUP, "there is no backup " + backup + "; name a file");
        }
        CatalogFolder folder = CatalogFolder.prepare(directory);
        CatalogLock lock = CatalogLock.acquire(folder);
        try (lock) {
            return new Restoring(folder).from(backup);
        } catch (IOException e) {
            throw new CatalogException(Reason.BACKUP, "cannot restore %s to %s: %s".formatted(backup, directory, e), e);
        }
    }

    /** Returns the backups in a folder, the newest first. */
    public static List<Path> backups(Path folder) {
        return BackupFiles.list(folder);
    }
}
