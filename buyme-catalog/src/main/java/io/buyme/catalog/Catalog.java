package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.api.Embedder;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Product;
import io.buyme.api.ProductSource;
import io.buyme.api.SnapshotableIndex;
import io.buyme.api.spi.Options;
import io.buyme.api.spi.Providers;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.catalog.feed.FeedEntry;
import io.buyme.catalog.feed.ProductFeed;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Products with their embeddings, kept in a folder and searchable.
 *
 * <p>An embedded database (SQLite) is the only truth. A change is on disk when the method that made it returns, and a
 * search of {@link #index()} that begins after that sees it. The index is derived: it is saved by {@link #checkpoint()}
 * and {@link #close()}, and what was committed since is replayed at the next opening; a snapshot that is missing, damaged
 * or does not belong to the database is built anew.
 *
 * <p>A catalogue is open at most once at a time, over all processes, for reading as for writing. The open one is safe
 * for concurrent use: reads go on beside a write, writes wait for each other.
 */
public final class Catalog implements ProductSource, AutoCloseable {

    private static final Logger LOG = System.getLogger(Catalog.class.getName());
    private static final int PRODUCTS_PER_PAGE = 500;

    private final CatalogLock lock;
    private final CatalogDatabase database;
    private final DerivedIndex index;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean closed;

    private Catalog(CatalogLock lock, CatalogDatabase database, DerivedIndex index) {
        this.lock = lock;
        this.database = database;
        this.index = index;
    }

    /**
     * Opens the catalogue in a folder, or makes an empty one there, with the index provider that
     * {@linkplain Providers#select() the rule} selects.
     *
     * @param directory for this catalogue alone; made if it is not there
     * @param space of the embedder whose embeddings it holds
     * @throws CatalogException if the folder cannot be used, is open elsewhere, or holds embeddings of another space
     * @throws io.buyme.api.spi.ProviderException if no index provider is usable
     */
    public static Catalog open(Path directory, EmbeddingSpace space) {
        return open(
                directory, space, Providers.discover(VectorIndexProvider.class).select(), Options.none());
    }

    /**
     * Opens the catalogue in a folder, or makes an empty one there, with an index of the given provider.
     *
     * @param directory for this catalogue alone; made if it is not there
     * @param space of the embedder whose embeddings it holds
     * @param provider of the index; another one than last time has it built anew
     * @param options for the provider
     * @throws CatalogException if the folder cannot be used, is open elsewhere, or holds embeddings of another space
     * @throws IllegalArgumentException if an option is unknown or has a bad value
     */
    public static Catalog open(Path directory, EmbeddingSpace space, VectorIndexProvider provider, Options options) {
        requireNonNull(space, "space");
        requireNonNull(provider, "provider");
        requireNonNull(options, "options");
        CatalogFolder folder = CatalogFolder.prepare(directory);
        CatalogLock lock = CatalogLock.acquire(folder);
        @Nullable CatalogDatabase database = null;
        try {
            database = CatalogDatabase.open(folder.database(), space);
            return new Catalog(lock, database, DerivedIndex.open(database, folder, provider, options));
        } catch (RuntimeException | Error e) {
            if (database != null) {
                database.close();
            }
            lock.close();
            throw e;
        }
    }

    /** Returns the space of the embeddings. */
    public EmbeddingSpace space() {
        return database.space();
    }

    /**
     * Returns the index over all products, partitioned by the name of their super-category. It is the catalogue's: search
     * it, but leave changing and closing it to the catalogue.
     */
    public SnapshotableIndex index() {
        checkOpen();
        return index.index();
    }

    /** Returns the number of products. */
    public long size() {
        return database.size();
    }

    /** Returns the product of this id with its embedding, if it is here. */
    public Optional<CatalogEntry> find(String id) {
        return database.find(requireNonNull(id, "id"));
    }

    @Override
    public Map<String, DescribedProduct> productsById(Collection<String> ids) {
        return database.productsById(ids);
    }

    /**
     * Returns all products by id, read as the stream advances. Products added or removed meanwhile may or may not be in
     * it. The stream need not be closed.
     */
    public Stream<Product> products() {
        return Stream.iterate(
                        database.productsAfter("", PRODUCTS_PER_PAGE),
                        page -> !page.isEmpty(),
                        page -> database.productsAfter(page.get(page.size() - 1).id(), PRODUCTS_PER_PAGE))
                .flatMap(List::stream);
    }

    /**
     * Adds a product, or replaces the one with its id.
     *
     * @throws IllegalArgumentException if the embedding belongs to another space
     * @throws CatalogException if it cannot be written
     */
    public void upsert(CatalogEntry entry) {
        upsertAll(List.of(entry));
    }

    /**
     * Adds products, or replaces those with their ids: all of them, or none if it fails.
     *
     * @throws IllegalArgumentException if an embedding belongs to another space
     * @throws CatalogException if they cannot be written
     */
    public void upsertAll(Collection<CatalogEntry> entries) {
        write(entries, List.of());
    }

    /** Writes entries, and the fields of products that are here already and whose embedding stays. */
    void write(Collection<CatalogEntry> entries, Collection<Product> fields) {
        for (CatalogEntry entry : entries) {
            if (!entry.embedding().space().equals(space())) {
                throw new IllegalArgumentException("product '%s' has an embedding of space %s, the catalogue holds %s"
                        .formatted(
                                entry.product().id(), entry.embedding().space().id(), space().id()));
            }
        }
        if (!entries.isEmpty() || !fields.isEmpty()) {
            changing(() -> database.write(entries, fields));
        }
    }

    /**
     * Removes the products with these ids, all at once. Unknown ids are passed over.
     *
     * @return how many were removed
     * @throws CatalogException if they cannot be removed
     */
    public int remove(Collection<String> ids) {
        return ids.isEmpty() ? 0 : changing(() -> database.removeAll(ids));
    }

    /** Changes the database first: should the process die in between, the index learns of it at the next opening. */
    private int changing(IntSupplier change) {
        writing.lock();
        try {
            checkOpen();
            int changed = change.getAsInt();
            index.catchUp();
            return changed;
        } finally {
            writing.unlock();
        }
    }

    /**
     * Brings a feed into the catalogue with {@linkplain IngestOptions#standard() standard options}: those products that
     * are not in the feed stay.
     */
    public IngestReport ingest(ProductFeed feed, Embedder embedder, IngestListener listener) {
        return ingest(feed, embedder, IngestOptions.standard(), listener);
    }

    /**
     * Brings a feed into the catalogue with standard options, and then removes the products that the feed does not
     * mention. Products whose row was rejected stay, and so does everything if the feed mentions no product at all, or has
     * a row of which not even the id can be read.
     */
    public IngestReport sync(ProductFeed feed, Embedder embedder, IngestListener listener) {
        return ingest(feed, embedder, IngestOptions.standard().withRemovingVanished(true), listener);
    }

    /**
     * Brings a feed into the catalogue: new products are added, and changed ones replaced. Pictures are embedded only if
     * they or their super-category changed. A bad row is reported and leaves the product as it was. Everything is
     * committed step by step, so that after a crash the same ingest goes on where it was.
     *
     * @param feed to read
     * @param embedder of the catalogue's space; one that describes has its attributes kept too, and tells the category of
     *     pictures whose row does not
     * @param options how pictures are fetched, and what becomes of products that the feed does not mention
     * @param listener called in this thread
     * @return what became of the rows
     * @throws IllegalArgumentException if the embedder is of another space
     * @throws io.buyme.catalog.feed.FeedException if the feed as a whole cannot be read
     * @throws CatalogException if the catalogue cannot be written, or the thread is interrupted
     */
    public IngestReport ingest(ProductFeed feed, Embedder embedder, IngestOptions options, IngestListener listener) {
        checkOpen();
        if (!embedder.space().equals(space())) {
            throw new IllegalArgumentException("the embedder makes embeddings of space %s, the catalogue holds %s"
                    .formatted(embedder.space().id(), space().id()));
        }
        IngestTally tally = new IngestTally(listener, feed.size());
        try (Ingest ingest = new Ingest(this, embedder, options, tally);
                Stream<FeedEntry> rows = feed.rows(tally::shareRead)) {
            rows.forEachOrdered(ingest::accept);
            ingest.finish();
            if (options.removingVanished()) {
                ingest.removeVanished();
            }
            return tally.report();
        }
    }

    /**
     * Saves the index, so that the next opening need not build it. Writes wait meanwhile, searches do not.
     *
     * @throws io.buyme.api.BuyMeException if it cannot be saved; nothing is lost then but time at the next opening
     */
    public void checkpoint() {
        writing.lock();
        try {
            checkOpen();
            index.checkpoint();
        } finally {
            writing.unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the catalogue is closed");
        }
    }

    /** Saves the index and closes it with the database. Closing twice does nothing. */
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
        try (lock;
                database;
                index) {
            index.checkpoint();
        } catch (BuyMeException e) {
            LOG.log(
                    Level.WARNING,
                    "the index could not be saved, so the next opening takes longer: {0}",
                    e.getMessage());
        }
    }
}
