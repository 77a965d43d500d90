package io.buyme.catalog;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.buyme.api.BuyMeException;
import io.buyme.catalog.CatalogDatabase.Journaling;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * Keeps the journal of changes, and makes backups by itself where that is wanted, in a thread of its own. A backup that
 * fails is logged and tried again after as many changes; the catalogue goes on.
 */
final class BackupSchedule implements AutoCloseable {

    private static final Logger LOG = System.getLogger(BackupSchedule.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Some million changes. A longer journal is cut at the next backup, of which it then tells what came later. */
    private static final long MAX_JOURNAL = 64 << 20;

    private final CatalogFolder folder;
    private final CatalogDatabase database;
    private final Optional<BackupPolicy> policy;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(new ThreadFactoryBuilder()
            .setNameFormat("buyme-backup")
            .setDaemon(true)
            .build());
    private Optional<ChangeJournal> journal;
    private volatile Optional<Path> newest = Optional.empty();
    private long changes;

    private BackupSchedule(
            CatalogFolder folder,
            CatalogDatabase database,
            Optional<BackupPolicy> policy,
            Optional<ChangeJournal> journal) {
        this.folder = folder;
        this.database = database;
        this.policy = policy;
        this.journal = journal;
        long last = policy.flatMap(p -> BackupFiles.newestSequence(p.folder())).orElse(0L);
        this.changes = Math.max(0, database.sequence() - last);
    }

    static BackupSchedule of(CatalogFolder folder, CatalogDatabase database, Optional<BackupPolicy> policy) {
        return new BackupSchedule(folder, database, policy, ChangeJournal.open(folder.journal(), database.sequence()));
    }

    /** Begins to keep the journal, if that is not done yet. The caller lets nobody write meanwhile. */
    void keepJournal() {
        if (journal.isEmpty()) {
            journal = Optional.of(ChangeJournal.begin(folder.journal(), database.sequence()));
        }
    }

    /** Notes that there is a new backup. */
    void made(Path backup) {
        newest = Optional.of(backup);
    }

    /** Forgets changes that are in the newest backup, once there are very many. */
    private void cutJournal() {
        if (newest.isPresent() && journal.isPresent() && journal.get().position() > MAX_JOURNAL) {
            journal = Optional.of(journal.get().since(BackupFiles.sequenceOf(newest.get())));
        }
        newest = Optional.empty();
    }

    /** Returns what writes changes into the journal. */
    Journaling journaling() {
        return made -> {
            journal.ifPresent(j -> j.append(made));
            return made.size();
        };
    }

    /** Makes a change, and takes back what is in the journal of it if it fails. */
    int guarded(IntSupplier change) {
        Optional<ChangeJournal> kept = journal;
        long before = kept.map(ChangeJournal::position).orElse(0L);
        boolean done = false;
        try {
            int result = change.getAsInt();
            done = true;
            return result;
        } finally {
            if (!done) {
                kept.ifPresent(j -> j.takeBack(before));
            }
        }
    }

    /** Counts changes, and begins a backup when there were enough of them. The caller lets nobody write meanwhile. */
    void changed(int count) {
        changes += count;
        cutJournal();
        if (policy.isPresent() && changes >= policy.get().everyChanges() && underWay.compareAndSet(false, true)) {
            changes = 0;
            keepJournal();
            thread.execute(() -> backUp(policy.get()));
        }
    }

    private void backUp(BackupPolicy wanted) {
        try {
            Path file = BackupFiles.create(database, wanted.folder());
            BackupFiles.deleteAllBut(wanted.keep(), wanted.folder());
            made(file);
            LOG.log(Level.INFO, "backup of {0}: {1}", folder.path(), file);
        } catch (BuyMeException e) {
            LOG.log(Level.WARNING, "no backup of {0} could be made: {1}", folder.path(), e.getMessage());
        } finally {
            underWay.set(false);
        }
    }

    /** Waits for the backup that is under way. */
    @Override
    public void close() {
        MoreExecutors.shutdownAndAwaitTermination(thread, PATIENCE);
        Closing.inReverse(journal.map(List::of).orElse(List.of()));
        journal = Optional.empty();
    }
}
