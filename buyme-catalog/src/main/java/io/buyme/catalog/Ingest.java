package io.buyme.catalog;

import com.google.common.collect.Iterators;
import io.buyme.api.Embedder;
import io.buyme.api.Product;
import io.buyme.catalog.PictureEmbedding.Embedded;
import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.FieldsChanged;
import io.buyme.catalog.Prepared.Picture;
import io.buyme.catalog.feed.FeedEntry;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.catalog.feed.Rejected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One ingest. Other threads fetch, hash and decode pictures ahead; the caller's thread takes them in the feed's order,
 * embeds and commits them in batches. Used by one thread.
 */
final class Ingest implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Ingest.class.getName());
    private static final int PICTURES_PER_BATCH = 16;
    private static final int ROWS_PER_BATCH = 256;
    private static final int REMOVALS_PER_BATCH = 500;

    private final Catalog catalog;
    private final IngestTally tally;
    private final PictureEmbedding embedding;
    private final RowsAhead ahead;
    private final SeenRows seen = SeenRows.open();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Product> fieldsChanged = new ArrayList<>();
    private int unchanged;
    private boolean unreadable;

    Ingest(Catalog catalog, Embedder embedder, IngestOptions options, IngestTally tally) {
        this.catalog = catalog;
        this.tally = tally;
        this.embedding =
                new PictureEmbedding(embedder, new PictureCategories(options.taxonomy(), options.minCategoryScore()));
        this.ahead = new RowsAhead(catalog::find, options.fetch());
    }

    /** Takes the next row of the feed. */
    void accept(FeedEntry entry) {
        tally.read();
        if (entry instanceof Rejected bad) {
            bad.id().ifPresent(seen::mention);
            unreadable |= bad.id().isEmpty() && bad.field().equals(Rejected.ROW);
            tally.reject(bad);
        } else if (entry instanceof ProductRow row) {
            Optional<String> earlier = seen.claim(row.draft().id(), row.location());
            if (earlier.isPresent()) {
                tally.reject(row.rejected("id", "is the same as at " + earlier.get()));
            } else {
                ahead.add(row);
                if (ahead.isFull()) {
                    takeNext();
                }
            }
        }
    }

    /** Commits what is still under way. */
    void finish() {
        while (!ahead.isEmpty()) {
            takeNext();
        }
        commit();
    }

    private void takeNext() {
        take(ahead.take());
        int rows = pictures.size() + fieldsChanged.size() + unchanged;
        if (pictures.size() >= PICTURES_PER_BATCH || rows >= ROWS_PER_BATCH) {
            commit();
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

    @Override
    public void close() {
        ahead.close();
        seen.close();
    }
}
