package io.buyme.catalog;

import io.buyme.api.BuyMeException;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Product;
import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What a catalogue consists of while it is open: the database, what is derived from it, and the lock on its folder. All
 * changes pass through here, one at a time: first the database, then whatever follows it, so that should the process die
 * in between, the others learn of the change at the next opening.
 */
final class LiveCatalog implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LiveCatalog.class.getName());

    private final CatalogFolder folder;
    private final CatalogSettings settings;
    private final CatalogLock lock;
    private final BackupSchedule backups;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<EmbeddingView> retired = new ArrayList<>();
    private volatile EmbeddingView view;
    private volatile ProductFacts facts;
    private volatile boolean closed;

    private LiveCatalog(CatalogFolder folder, CatalogSettings settings, CatalogLock lock, EmbeddingView view) {
        this.folder = folder;
        this.settings = settings;
        this.lock = lock;
        this.view = view;
        this.facts = new ProductFacts(view.database());
        this.backups = BackupSchedule.of(folder, view.database(), settings.backups());
    }

    static LiveCatalog open(CatalogFolder folder, EmbeddingSpace space, CatalogSettings settings) {
        CatalogLock lock = CatalogLock.acquire(folder);
        List<AutoCloseable> opened = new ArrayList<>(List.of(lock));
        boolean open = false;
        try {
            finishRestoring(folder);
            CatalogDatabase database = settings.server()
                    .map(server -> CatalogDatabase.open(server, space))
                    .orElseGet(() -> CatalogDatabase.open(folder.database(), space));
            opened.add(database);
            DerivedIndex index = DerivedIndex.open(database, folder, settings.index(), settings.indexOptions());
            opened.add(index);
            LiveCatalog live = new LiveCatalog(folder, settings, lock, new EmbeddingView(database, index));
            open = true;
            return live;
        } finally {
            if (!open) {
                Closing.inReverse(opened);
            }
        }
    }

    private static void finishRestoring(CatalogFolder folder) {
        try {
            new Restoring(folder)
                    .finish()
                    .ifPresent(replaced -> LOG.log(Level.INFO, "finished a restoring; replaced: {0}", replaced));
        } catch (IOException e) {
            throw new CatalogException(Reason.BACKUP, "cannot finish restoring " + folder.path() + ": " + e, e);
        }
    }

    CatalogFolder folder() {
        return folder;
    }

    CatalogSettings settings() {
        return settings;
    }

    /** Returns the catalogue as its own embedder sees it. */
    EmbeddingView view() {
        checkOpen();
        return view;
    }

    /** Returns what filters ask, which is read at the first call. */
    ProductFacts facts() {
        ProductFacts known = facts;
        return known.isLoaded()
                ? known
                : exclusively(() -> {
                    facts.load();
                    return facts;
                });
    }

    void write(Collection<CatalogEntry> entries, Collection<Product> fields) {
        changing(() -> {
            view.database().write(entries, fields, backups.journaling());
            return entries.size() + fields.size();
        });
    }

    int remove(Collection<String> ids) {
        return changing(() -> {
            int removed = view.database().removeAll(ids, backups.journaling());
            retired.forEach(old -> old.index().forget(List.copyOf(ids)));
            return removed;
        });
    }

    /** Changes the database, then lets everything follow. */
    private int changing(IntSupplier change) {
        return exclusively(() -> {
            int changed = backups.guarded(change);
            follow();
            backups.changed(changed);
            return changed;
        });
    }

    /**
     * Brings in what was committed, by this process or another. Filters must know a product before a search finds it, as
     * the index remembers what they say; so what others commit meanwhile has to wait for the next time.
     */
    void follow() {
        long last = view.database().sequence();
        facts.catchUp();
        view.index().catchUp(last);
    }

    /** Does something while nobody else writes. */
    <T> T exclusively(Supplier<T> work) {
        writing.lock();
        try {
            checkOpen();
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** Answers from another view from now on. Whoever holds the old one's index may go on searching it. */
    void switchTo(EmbeddingView other) {
        retired.add(view);
        view = other;
        facts = new ProductFacts(other.database());
    }

    BackupSchedule backups() {
        return backups;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the catalogue is closed");
        }
    }

    /** Saves the index and closes everything, whatever fails. Closing twice does nothing. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                closeAll();
            }
        } finally {
            writing.unlock();
        }
    }

    private void closeAll() {
        List<AutoCloseable> open = new ArrayList<>(List.of(lock, view.database(), view.index()));
        retired.forEach(old -> open.add(old.index()));
        open.add(this::saveIndex);
        open.add(backups);
        Closing.inReverse(open);
    }

    private void saveIndex() {
        try {
            view.index().checkpoint();
        } catch (BuyMeException e) {
            LOG.log(
                    Level.WARNING,
                    "the index could not be saved, so the next opening takes longer: {0}",
                    e.getMessage());
        }
    }

    /**
     * A catalogue as one embedder sees it.
     *
     * @param database seen from the embedder's space
     * @param index over the embeddings of that space
     */
    record EmbeddingView(CatalogDatabase database, DerivedIndex index) {

        EmbeddingSpace space() {
            return database.space();
        }
    }
}
