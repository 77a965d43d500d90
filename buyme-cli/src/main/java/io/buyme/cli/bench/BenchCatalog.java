package io.buyme.cli.bench;

import io.buyme.api.Attributes;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Embedder;
import io.buyme.api.Embedding;
import io.buyme.api.Metric;
import io.buyme.api.Product;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogEntry;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.LookBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a catalogue of any size within seconds: some hundred pictures of the look book are really embedded, all further
 * products get one of these vectors with noise. Searching costs the same as with vectors that were all computed.
 */
public final class BenchCatalog {

    /** So many products are really embedded, if that many are wanted. */
    public static final int EMBEDDED = 400;

    private static final int BATCH = 500;
    /** Length of the noise against that of the vector: copies stay near, but are no longer equal (cosine about 0.96). */
    private static final double NOISE = 0.3;

    private final Catalog catalog;
    private final Embedder embedder;
    private final int embedded;
    private final LookBook book = LookBook.withSeed(1);
    private final Random random = new Random(1);
    private final List<CatalogEntry> originals = new ArrayList<>();
    private int added;

    /** Creates a filler of this catalogue, whose space is the embedder's. */
    public BenchCatalog(Catalog catalog, Embedder embedder) {
        this(catalog, embedder, EMBEDDED);
    }

    BenchCatalog(Catalog catalog, Embedder embedder, int embedded) {
        this.catalog = catalog;
        this.embedder = embedder;
        this.embedded = embedded;
    }

    /** Adds products until there are so many of this filler's. */
    public void growTo(int size) {
        List<CatalogEntry> batch = new ArrayList<>();
        for (; added < size; added++) {
            batch.add(added < embedded ? original(added) : jittered(originals.get(added % originals.size()), added));
            if (batch.size() >= BATCH) {
                catalog.upsertAll(batch);
                batch.clear();
            }
        }
        catalog.upsertAll(batch);
    }

    private CatalogEntry original(int index) {
        CatalogItem item = book.item(index);
        Described described = describe(Crop.ofProduct(item.picture(), item.superCategory()));
        CatalogEntry entry =
                entry(item, "original-%06d".formatted(index), described.embedding(), described.attributes());
        originals.add(entry);
        return entry;
    }

    private Described describe(Crop crop) {
        return embedder instanceof DescribingEmbedder describing
                ? describing.describe(crop)
                : new Described(embedder.embed(crop), Attributes.NONE);
    }

    private CatalogEntry jittered(CatalogEntry original, int index) {
        float[] values = original.embedding().toArray();
        double length = length(values);
        double step = NOISE * length / Math.sqrt(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (step * random.nextGaussian());
        }
        if (catalog.space().metric() == Metric.COSINE) {
            double scale = length / length(values);
            for (int i = 0; i < values.length; i++) {
                values[i] *= (float) scale;
            }
        }
        Product product = original.product();
        Product copy = new Product(
                "copy-%06d".formatted(index),
                product.title(),
                product.brand(),
                product.price(),
                product.link(),
                product.image(),
                product.category(),
                product.superCategory());
        return new CatalogEntry(copy, Embedding.of(catalog.space(), values), original.attributes(), Optional.empty());
    }

    private static CatalogEntry entry(CatalogItem item, String id, Embedding embedding, Attributes attributes) {
        Product product = new Product(
                id,
                item.title(),
                Optional.of(item.brand()),
                Optional.of(item.price()),
                Optional.of("https://shop.example/" + id),
                id + ".jpg",
                item.category(),
                item.superCategory());
        return new CatalogEntry(product, embedding, attributes, Optional.empty());
    }

    private static double length(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
