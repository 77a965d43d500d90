package io.buyme.cli.bench;

import io.buyme.api.BuyMeException;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.Product;
import io.buyme.api.ProductFilter;
import io.buyme.api.spi.VectorIndexProvider;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogEntry;
import io.buyme.catalog.CatalogSettings;
import io.buyme.catalog.IngestListener;
import io.buyme.catalog.IngestReport;
import io.buyme.catalog.feed.Feeds;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures what keeping a large catalogue costs: ingest, changes, searches with filters, restarts, memory, disk. */
public final class CatalogBench {

    private static final int REPEATS = 100;
    private static final int TOP = 10;
    private static final int BEHIND = 1000;

    private final Path folder;
    private final Embedder embedder;
    private final VectorIndexProvider index;
    private final Consumer<String> progress;

    /**
     * Creates a measurement.
     *
     * @param folder empty; nothing is deleted from it
     * @param progress learns what is measured next
     */
    public CatalogBench(Path folder, Embedder embedder, VectorIndexProvider index, Consumer<String> progress) {
        this.folder = folder;
        this.embedder = embedder;
        this.index = index;
        this.progress = progress;
    }

    /**
     * Measures it.
     *
     * @param pictures of the look book that are drawn, written to files and ingested
     * @param products in the end
     */
    public CatalogBenchReport run(int pictures, int products) {
        Path shop = drawShop(pictures);
        double before = heapMb();
        Changes changes;
        double heap;
        long start;
        try (Catalog catalog = open()) {
            changes = fill(catalog, shop, products);
            heap = heapMb() - before;
            progress.accept("saving the index");
            start = System.nanoTime();
            catalog.checkpoint();
        }
        double saveMs = since(start);
        return report(pictures, changes, heap, saveMs);
    }

    /** What was measured while the catalogue was open for the first time. */
    private record Changes(
            IngestReport ingest,
            IngestReport again,
            double writtenPerSecond,
            Percentiles addMs,
            Percentiles removeMs,
            Percentiles searchMs,
            double filterFirstMs,
            Percentiles filterMs,
            Percentiles filterOtherMs) {}

    private Path drawShop(int pictures) {
        progress.accept("drawing %d products".formatted(pictures));
        Path shop = folder.resolve("shop");
        try {
            Files.createDirectories(shop);
            LookBook.withSeed(2).writeTo(shop, pictures, 0);
        } catch (IOException e) {
            throw new BuyMeException("cannot write the look book to " + shop + ": " + e, e);
        }
        return shop.resolve("products.csv");
    }

    private Catalog open() {
        return Catalog.open(folder.resolve("catalog"), embedder.space(), CatalogSettings.of(index));
    }

    private Changes fill(Catalog catalog, Path shop, int products) {
        progress.accept("ingesting the pictures");
        IngestReport ingest = catalog.ingest(Feeds.of(shop), embedder, IngestListener.SILENT);
        IngestReport again = catalog.ingest(Feeds.of(shop), embedder, IngestListener.SILENT);
        int more = (int) (products - catalog.size());
        progress.accept("writing %d further products".formatted(more));
        BenchCatalog filler = new BenchCatalog(catalog, embedder);
        filler.growTo(Math.min(more, BenchCatalog.EMBEDDED));
        long start = System.nanoTime();
        filler.growTo(more);
        double written = Math.max(0, more - BenchCatalog.EMBEDDED) / (since(start) / 1e3);
        progress.accept("adding, removing and searching");
        List<CatalogEntry> entries = entries(catalog);
        return new Changes(
                ingest,
                again,
                written,
                timed(entries, entry -> add(catalog, entry)),
                timed(entries, entry -> remove(catalog, entry)),
                timed(entries, entry -> search(catalog, entry, ProductFilter.ALL)),
                firstOf(entries, entry -> search(catalog, entry, ProductFilter.ALL.price("EUR", 20, 60))),
                timed(entries, entry -> search(catalog, entry, ProductFilter.ALL.price("EUR", 20, 60))),
                timed(entries, entry -> search(catalog, entry, ownRange(entries.indexOf(entry)))));
    }

    private static ProductFilter ownRange(int number) {
        return ProductFilter.ALL.price("EUR", 20 + number / 10.0, 60 + number / 10.0);
    }

    private static List<CatalogEntry> entries(Catalog catalog) {
        List<CatalogEntry> entries = new ArrayList<>();
        catalog.products()
                .limit(REPEATS)
                .forEach(product -> catalog.find(product.id()).ifPresent(entries::add));
        return entries;
    }

    private static void add(Catalog catalog, CatalogEntry entry) {
        catalog.upsert(added(entry));
        if (!found(catalog, entry.embedding()).contains(added(entry).product().id())) {
            throw new BuyMeException("a product that was added was not found");
        }
    }

    private static void remove(Catalog catalog, CatalogEntry entry) {
        String id = added(entry).product().id();
        catalog.remove(List.of(id));
        if (found(catalog, entry.embedding()).contains(id)) {
            throw new BuyMeException("a product that was removed was found");
        }
    }

    private static CatalogEntry added(CatalogEntry entry) {
        Product p = entry.product();
        Product twin = new Product(
                "added " + p.id(),
                p.title(),
                p.brand(),
                p.price(),
                p.link(),
                p.image(),
                p.category(),
                p.superCategory());
        return new CatalogEntry(twin, entry.embedding(), entry.attributes(), entry.imageHash());
    }

    private static List<String> found(Catalog catalog, Embedding embedding) {
        return catalog.index().search(IndexQuery.of(embedding, TOP)).stream()
                .map(Neighbor::id)
                .toList();
    }

    private static void search(Catalog catalog, CatalogEntry entry, ProductFilter filter) {
        IndexQuery query = IndexQuery.of(entry.embedding(), TOP)
                .in(entry.product().superCategory().name());
        catalog.index().search(filter.isAll() ? query : query.where(catalog.idsOf(filter)));
    }

    private static double firstOf(List<CatalogEntry> entries, Consumer<CatalogEntry> work) {
        long start = System.nanoTime();
        work.accept(entries.get(0));
        return since(start);
    }

    private static Percentiles timed(List<CatalogEntry> entries, Consumer<CatalogEntry> work) {
        List<Duration> times = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            long start = System.nanoTime();
            work.accept(entry);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return Percentiles.of(times);
    }

    private CatalogBenchReport report(int pictures, Changes changes, double heap, double saveMs) {
        progress.accept("opening it again");
        double openMs = timeOpening();
        double databaseMb = files().megabytes("catalog.db");
        double snapshotMb = files().megabytes("index-");
        double openBehindMs = timeOpeningBehind();
        progress.accept("checking it, and making a backup");
        double checkMs;
        double backupMs;
        long products;
        try (Catalog catalog = open()) {
            products = catalog.size();
            long start = System.nanoTime();
            catalog.maintenance().check();
            checkMs = since(start);
            start = System.nanoTime();
            catalog.maintenance().backup(folder.resolve("backups"));
            backupMs = since(start);
        }
        progress.accept("building the index anew");
        files().delete("index.json");
        double openRebuildingMs = timeOpening();
        return new CatalogBenchReport(
                embedder.space().id(),
                index.id(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                pictures,
                rounded(changes.ingest().added() / seconds(changes.ingest())),
                rounded(changes.again().unchanged() / seconds(changes.again())),
                products,
                rounded(changes.writtenPerSecond()),
                changes.addMs(),
                changes.removeMs(),
                changes.searchMs(),
                rounded(changes.filterFirstMs()),
                changes.filterMs(),
                changes.filterOtherMs(),
                rounded(heap),
                databaseMb,
                snapshotMb,
                rounded(saveMs),
                openMs,
                openBehindMs,
                openRebuildingMs,
                rounded(checkMs),
                rounded(backupMs));
    }

    private CatalogFiles files() {
        return new CatalogFiles(folder.resolve("catalog"));
    }

    private double timeOpening() {
        long start = System.nanoTime();
        try (Catalog catalog = open()) {
            if (catalog.index().size() != catalog.size()) {
                throw new BuyMeException("index and database do not agree");
            }
            return rounded(since(start));
        }
    }

    /** Puts the snapshot of before a thousand changes back, as after a kill. */
    private double timeOpeningBehind() {
        Path aside = folder.resolve("aside");
        files().copyIndexTo(aside);
        try (Catalog catalog = open()) {
            catalog.upsertAll(catalog.products()
                    .limit(BEHIND)
                    .flatMap(product -> catalog.find(product.id()).stream())
                    .toList());
        }
        new CatalogFiles(aside).copyIndexTo(folder.resolve("catalog"));
        return timeOpening();
    }

    private static double heapMb() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static double seconds(IngestReport report) {
        return report.duration().toNanos() / 1e9;
    }

    private static double since(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e6;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
