package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

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
import io.buyme.catalog.feed.ProductDraft;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.catalog.feed.Rejected;
import io.buyme.catalog.fetch.FetchOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One move of a catalogue to another embedder. Products are embedded in batches; those that change meanwhile are embedded
 * again. When few are left, writers wait for those and the switch.
 */
final class Reindexing implements AutoCloseable {

    private static final int PRODUCTS_PER_BATCH = 16;
    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    private final LiveCatalog live;
    private final IngestListener listener;
    private final EmbeddingView old;
    private final CatalogDatabase target;
    private final PictureEmbedding embedding;
    private final RowsAhead ahead;
    private final List<Rejected> failed = new ArrayList<>();
    private final long startNanos = System.nanoTime();
    private final long total;
    private long embedded;

    Reindexing(LiveCatalog live, Embedder embedder, FetchOptions options, IngestListener listener) {
        this.live = live;
        this.listener = listener;
        this.old = live.view();
        EmbeddingSpace space = embedder.space();
        if (space.equals(old.space())) {
            throw new IllegalArgumentException("the catalogue is of space " + space.id() + " already");
        }
        this.target = old.database().in(space);
        IngestOptions standard = IngestOptions.standard();
        this.embedding =
                new PictureEmbedding(embedder, new PictureCategories(standard.taxonomy(), standard.minCategoryScore()));
        this.ahead = new RowsAhead(id -> Optional.empty(), options);
        this.total = target.countBehind(old.space());
    }

    ReindexReport run() {
        embedUntilFewAreLeft();
        if (!failed.isEmpty()) {
            return report(false);
        }
        DerivedIndex index = DerivedIndex.build(
                target, live.folder(), live.settings().index(), live.settings().indexOptions());
        boolean switched = false;
        try {
            embedUntilFewAreLeft();
            switched = live.exclusively(() -> switchTo(index));
            return report(switched);
        } finally {
            if (!switched) {
                index.close();
            }
        }
    }

    /** Embeds without keeping writers waiting, as long as that is quicker than they are. */
    private void embedUntilFewAreLeft() {
        long before = Long.MAX_VALUE;
        long behind = target.countBehind(old.space());
        while (failed.isEmpty() && behind > 0 && behind < before) {
            embedAllBehind();
            before = behind;
            behind = target.countBehind(old.space());
        }
    }

    /**
     * Nobody else of this process writes now: what changed since is embedded, and when there is nothing left that could
     * be missing, the database is switched, which cannot fail halfway.
     */
    private boolean switchTo(DerivedIndex index) {
        boolean switched = false;
        while (!switched && failed.isEmpty()) {
            embedAllBehind();
            index.catchUp();
            switched = failed.isEmpty() && target.switchFrom(old.space());
        }
        if (switched) {
            live.switchTo(new EmbeddingView(target, index));
        }
        return switched;
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
            addRow(product.value());
        }
        while (!ahead.isEmpty()) {
            Prepared prepared = ahead.take();
            if (prepared instanceof Picture picture) {
                pictures.add(picture);
            } else if (prepared instanceof Bad bad) {
                fail(bad.row());
            }
        }
        List<Sequenced<CatalogEntry>> entries = new ArrayList<>();
        for (Embedded made : embedding.embedAll(pictures, this::fail)) {
            long sequence = requireNonNull(sequences.get(made.entry().product().id()));
            entries.add(new Sequenced<>(sequence, made.entry()));
        }
        embedded += entries.isEmpty() ? 0 : target.embed(old.space(), entries);
        listener.progress(new Progress(embedded, OptionalLong.of(total), embedded / Math.max(seconds(), 1e-9)));
    }

    private void addRow(Product product) {
        String where = "product " + product.id();
        try {
            ahead.add(new ProductRow(where, ProductDraft.of(product), address(product.image())));
        } catch (IllegalArgumentException e) {
            fail(new Rejected(where, Optional.of(product.id()), "image", "is no path or address: " + product.image()));
        }
    }

    private static URI address(String image) {
        return WEB.matcher(image).lookingAt()
                ? URI.create(image)
                : Path.of(image).toAbsolutePath().toUri();
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

    @Override
    public void close() {
        ahead.close();
    }
}
