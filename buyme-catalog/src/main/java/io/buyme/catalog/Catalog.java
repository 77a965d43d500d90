package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Embedder;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.Product;
import io.buyme.api.ProductFilter;
import io.buyme.api.ProductSource;
import io.buyme.api.SnapshotableIndex;
import io.buyme.catalog.feed.FeedEntry;
import io.buyme.catalog.feed.ProductFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    private static final int PRODUCTS_PER_PAGE = 500;

    private final LiveCatalog live;

    private Catalog(LiveCatalog live) {
        this.live = live;
    }

    /**
     * Opens the catalogue in a folder, or makes an empty one there, with the index provider that
     * {@linkplain io.buyme.api.spi.Providers#select() the rule} selects.
     *
     * @param directory for this catalogue alone; made if it is not there
     * @param space of the embedder whose embeddings it holds
     * @throws CatalogException if the folder cannot be used, is open elsewhere, or holds embeddings of another space
     * @throws io.buyme.api.spi.ProviderException if no index provider is usable
     */
    public static Catalog open(Path directory, EmbeddingSpace space) {
        return open(directory, space, CatalogSettings.standard());
    }

    /**
     * Opens the catalogue in a folder, or makes an empty one there.
     *
     * @param directory for this catalogue alone; made if it is not there
     * @param space of the embedder whose embeddings it holds
     * @param settings which index, which database, and when to make backups
     * @throws CatalogException if the folder cannot be used, is open elsewhere, or holds embeddings of another space
     * @throws IllegalArgumentException if an option of the index is unknown or has a bad value
     */
    public static Catalog open(Path directory, EmbeddingSpace space, CatalogSettings settings) {
        requireNonNull(space, "space");
        requireNonNull(settings, "settings");
        return new Catalog(LiveCatalog.open(CatalogFolder.prepare(directory), space, settings));
    }

    /**
     * Returns the space of the catalogue in a folder, if there is one: with it, a catalogue can be opened to be looked
     * through, or backed up, without its embedder.
     *
     * @throws CatalogException if the folder or its database cannot be read
     */
    public static Optional<EmbeddingSpace> spaceOf(Path directory) {
        CatalogFolder folder = new CatalogFolder(directory);
        return Stream.of(folder.restored(), folder.database())
                .filter(Files::exists)
                .findFirst()
                .flatMap(CatalogDatabase::spaceOf);
    }

    /** Returns what is done now and then: backups, checks, a move to another embedder. */
    public CatalogMaintenance maintenance() {
        return new CatalogMaintenance(live);
    }

    /** Returns the space of the embeddings. */
    public EmbeddingSpace space() {
        return live.view().space();
    }

    /**
     * Returns the index over all products, partitioned by the name of their super-category. It is the catalogue's: search
     * it, but leave changing and closing it to the catalogue.
     */
    public SnapshotableIndex index() {
        return live.view().index().index();
    }

    /** Returns the number of products. */
    public long size() {
        return live.view().database().size();
    }

    /** Returns the product of this id with its embedding, if it is here. */
    public Optional<CatalogEntry> find(String id) {
        return live.view().database().find(requireNonNull(id, "id"));
    }

    @Override
    public Map<String, DescribedProduct> productsById(Collection<String> ids) {
        return live.view().database().productsById(ids);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first call reads what filters need of all products into memory (some 450 bytes each); from then on it follows
     * every change. Call it for each search: it costs nothing, and is quickest for filters that were asked for before.
     */
    @Override
    public Predicate<String> idsOf(ProductFilter filter) {
        return live.facts().idsOf(requireNonNull(filter, "filter"));
    }

    /**
     * Returns products that pass a filter, by id.
     *
     * @param limit how many at most, at least 1
     */
    public List<Product> products(ProductFilter filter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
        List<String> ids = live.facts().firstIdsOf(filter, limit);
        Map<String, DescribedProduct> found = productsById(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id)))
                .map(DescribedProduct::product)
                .toList();
    }

    /**
     * Returns all products by id, read as the stream advances. Products added or removed meanwhile may or may not be in
     * it. The stream need not be closed.
     */
    public Stream<Product> products() {
        CatalogDatabase database = live.view().database();
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
            live.write(entries, fields);
        }
    }

    /**
     * Removes the products with these ids, all at once. Unknown ids are passed over.
     *
     * @return how many were removed
     * @throws CatalogException if they cannot be removed
     */
    public int remove(Collection<String> ids) {
        return ids.isEmpty() ? 0 : live.remove(ids);
    }

    /**
     * Brings what other processes have changed on a shared server into this one's index. Without a server there is
     * nothing to bring.
     */
    public void refresh() {
        live.exclusively(() -> {
            live.follow();
            return true;
        });
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
        live.exclusively(() -> {
            live.view().index().checkpoint();
            return true;
        });
    }

    /** Saves the index and closes it with the database. Closing twice does nothing. */
    @Override
    public void close() {
        live.close();
    }
}
