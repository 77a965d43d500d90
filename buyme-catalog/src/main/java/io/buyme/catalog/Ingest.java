package io.buyme.catalog;

import com.google.common.collect.Iterators;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.buyme.api.Embedder;
import io.buyme.api.Product;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.PictureEmbedding.Embedded;
import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.FieldsChanged;
import io.buyme.catalog.Prepared.Picture;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One ingest. Two threads hash and decode pictures ahead, at most {@link #AHEAD} rows; the caller's thread takes them in
 * the feed's order, embeds and commits them in batches. Used by one thread.
 */
final class Ingest implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Ingest.class.getName());
    private static final int THREADS = 2;
    private static final int AHEAD = 32;
    private static final int PICTURES_PER_BATCH = 16;
    private static final int ROWS_PER_BATCH = 256;
    private static final int REMOVALS_PER_BATCH = 500;

    private final Catalog catalog;
    private final IngestTally tally;
    private final RowPreparer preparer;
    private final PictureEmbedding embedding;
    private final SeenRows seen = SeenRows.open();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS,
            new ThreadFactoryBuilder()
                    .setNameFormat("buyme-ingest-%d")
                    .setDaemon(true)
                    .build());
    private final Queue<Future<Prepared>> ahead = new ArrayDeque<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Product> fieldsChanged = new ArrayList<>();
    private int unchanged;
    private boolean unreadable;

    Ingest(Catalog catalog, Embedder embedder, IngestTally tally) {
        this.catalog = catalog;
        this.tally = tally;
        this.preparer = new RowPreparer(catalog::find);
        this.embedding = new PictureEmbedding(embedder);
    }

    /** Takes the next row of the feed. */
    void accept(FeedEntry entry) {
        if (entry instanceof Rejected bad) {
            bad.id().ifPresent(seen::mention);
            unreadable |= bad.id().isEmpty() && bad.field().equals(Rejected.ROW);
            tally.reject(bad);
        } else if (entry instanceof ProductRow row) {
            Optional<String> earlier = seen.claim(row.product().id(), row.location());
            if (earlier.isPresent()) {
                tally.reject(row.rejected("id", "is the same as at " + earlier.get()));
            } else {
                ahead.add(threads.submit(() -> preparer.prepare(row)));
                takeWhileMoreThan(AHEAD - 1);
            }
        }
    }

    /** Commits what is still under way. */
    void finish() {
        takeWhileMoreThan(0);
        commit();
    }

    private void takeWhileMoreThan(int limit) {
        while (ahead.size() > limit) {
            take(resultOf(ahead.remove()));
            int rows = pictures.size() + fieldsChanged.size() + unchanged;
            if (pictures.size() >= PICTURES_PER_BATCH || rows >= ROWS_PER_BATCH) {
                commit();
            }
        }
    }

    private void take(Prepared prepared) {
        if (prepared instanceof Picture picture) {
            pictures.add(picture);
        } else if (prepared instanceof FieldsChanged changed) {
            fieldsChanged.add(changed.product());
        } else if (prepared instanceof Bad bad) {
            tally.reject(bad.row());
        } else {
            unchanged++;
        }
    }

    private void commit() {
        List<Embedded> embedded = pictures.isEmpty() ? List.of() : embedding.embedAll(pictures, tally::reject);
        catalog.write(embedded.stream().map(Embedded::entry).toList(), fieldsChanged);
        long known = embedded.stream().filter(e -> e.picture().known()).count();
        long updated = known + fieldsChanged.size();
        long same = unchanged;
        pictures.clear();
        fieldsChanged.clear();
        unchanged = 0;
        tally.written(embedded.size() - known, updated, same);
    }

    /**
     * Removes the products that the feed did not mention, if that can be told: an empty feed is more likely broken than
     * a shop empty, and a row that cannot be read at all may be that of any product.
     */
    void removeVanished() {
        if (seen.isEmpty() || unreadable) {
            LOG.log(
                    Level.WARNING,
                    "removing no product, since the feed {0}",
                    unreadable ? "has rows that cannot be read; mend them and go on" : "has no product at all");
            return;
        }
        Iterator<String> vanished = catalog.products()
                .map(Product::id)
                .filter(id -> !seen.contains(id))
                .iterator();
        Iterators.partition(vanished, REMOVALS_PER_BATCH).forEachRemaining(ids -> tally.removed(catalog.remove(ids)));
    }

    private static Prepared resultOf(Future<Prepared> future) {
        try {
            // A result that is there already is handed out to an interrupted thread, too.
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CatalogException(
                    Reason.INTERRUPTED, "the ingest was interrupted; ingest the same feed again to go on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("preparing a row throws no checked exception", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        seen.close();
    }
}
