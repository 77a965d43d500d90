package io.buyme.catalog;

import io.buyme.api.Embedder;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Product;
import io.buyme.catalog.CatalogDatabase.Sequenced;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.IngestListener.Progress;
import io.buyme.catalog.LiveCatalog.EmbeddingView;
import io.buyme.catalog.PictureEmbedding.Embedded;
import io.buyme.catalog.Prepared.Bad;
import io.buyme.catalog.Prepared.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One move of a catalogue to another embedder. Products are embedded in batches; those that change meanwhile are embedded
 * again. When none is left, writers wait for the last few and the switch.
 */
final class Reindexing {

    private static final int PRODUCTS_PER_BATCH = 16;

    private final LiveCatalog live;
    private final IngestListener listener;
    private final EmbeddingView old;
    private final CatalogDatabase target;
    private final PictureEmbedding embedding;
    private final RowPreparer preparer;
    private final List<Rejected> failed = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private final long total;
    private long embedded;

    Reindexing(LiveCatalog live, Embedder embedder, IngestListener listener) {
        this.live = live;
        this.listener = listener;
        this.old = live.view();
        EmbeddingSpace space = embedder.space();
        if (space.equals(old.space())) {
            throw new IllegalArgumentException("the catalogue is of space " + space.id() + " already");
        }
        this.target = old.database().in(space);
        this.embedding = new PictureEmbedding(embedder);
        this.preparer = new RowPreparer(id -> Optional.empty());
        this.total = target.countBehind(old.space());
    }

    ReindexReport run() {
        embedAllBehind();
        if (!failed.isEmpty()) {
            return report(false);
        }
        DerivedIndex index = DerivedIndex.build(
                target, live.folder(), live.settings().index(), live.settings().indexOptions());
        boolean switched = false;
        try {
            switched = live.exclusively(() -> switchTo(index));
            return report(switched);
        } finally {
            if (!switched) {
                index.close();
            }
        }
    }

    /** Nobody writes now: what changed since is embedded, and then there is nothing left that could be missing. */
    private boolean switchTo(DerivedIndex index) {
        embedAllBehind();
        if (!failed.isEmpty()) {
            return false;
        }
        target.switchHere();
        index.catchUp();
        live.switchTo(new EmbeddingView(target, index));
        return true;
    }

    private void embedAllBehind() {
        String after = "";
        List<Sequenced<Product>> behind = target.behind(old.space(), after, PRODUCTS_PER_BATCH);
        while (!behind.isEmpty()) {
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new CatalogException(
                        Reason.INTERRUPTED, "moving to another embedder was interrupted; do it again to go on");
            }
            embedAll(behind);
            after = behind.get(behind.size() - 1).value().id();
            behind = target.behind(old.space(), after, PRODUCTS_PER_BATCH);
        }
    }

    private void embedAll(List<Sequenced<Product>> products) {
        List<Picture> pictures = new ArrayList<>();
        Map<String, Long> sequences = new HashMap<>();
        for (Sequenced<Product> product : products) {
            sequences.put(product.value().id(), product.sequence());
            Prepared prepared = preparer.prepare(row(product.value()));
            if (prepared instanceof Picture picture) {
                pictures.add(picture);
            } else if (prepared instanceof Bad bad) {
                fail(bad.row());
            }
        }
        List<Sequenced<CatalogEntry>> entries = new ArrayList<>();
        for (Embedded made : embedding.embedAll(pictures, this::fail)) {
            entries.add(new Sequenced<>(sequences.get(made.entry().product().id()), made.entry()));
        }
        embedded += entries.isEmpty() ? 0 : target.embed(old.space(), entries);
        listener.progress(new Progress(embedded, OptionalLong.of(total), embedded / Math.max(seconds(), 1e-9)));
    }

    private static ProductRow row(Product product) {
        return new ProductRow("product " + product.id(), product, Path.of(product.image()));
    }

    private void fail(Rejected product) {
        failed.add(product);
        listener.rejected(product);
    }

    private double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private ReindexReport report(boolean switched) {
        return new ReindexReport(switched, embedded, failed, Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
