package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static io.buyme.catalog.Samples.nearest;
import static io.buyme.catalog.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.Attributes.Tag;
import io.buyme.api.Embedding;
import io.buyme.api.EmbeddingSpace;
import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.ProductDetails.Availability;
import io.buyme.api.ProductFilter;
import io.buyme.api.ProductFilter.Stock;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.SuperCategory;
import io.buyme.api.VectorIndex;
import io.buyme.catalog.CatalogException.Reason;
import io.buyme.catalog.fetch.FetchOptions;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a catalogue does, whatever database it is in. */
abstract class CatalogContract {

    private static final Attributes ATTRIBUTES = new Attributes(
            List.of(new ColorShare("dark blue", 0x000080, 0.75)), List.of(new Tag("pattern", "striped", 0.5)));

    private final Path folder;

    private final Path pictures;

    CatalogContract(Path folder) {
        this.folder = folder;
        this.pictures = folder.resolveSibling("pictures");
    }

    abstract CatalogSettings settings();

    final Catalog open() {
        return Catalog.open(folder, MeanColor.SPACE, settings());
    }

    @Test
    void keepsEverythingOfAnEntryOverAnOpening() {
        CatalogEntry entry =
                new CatalogEntry(product("a"), MeanColor.of(0x0080FF), ATTRIBUTES, Optional.of("0123456789abcdef"));
        try (Catalog catalog = open()) {
            catalog.upsert(entry);
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.find("a")).contains(entry);
            assertThat(catalog.productsById(List.of("a", "unknown")))
                    .containsOnlyKeys("a")
                    .containsValue(new DescribedProduct(product("a"), ATTRIBUTES, Optional.of(entry.embedding())));
        }
    }

    @Test
    void keepsAProductWithoutBrandPriceAndLink() {
        Product bare = new Product(
                "bare",
                "Bare",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "b.png",
                "bag",
                SuperCategory.BAG);
        try (Catalog catalog = open()) {
            catalog.upsert(CatalogEntry.of(bare, MeanColor.of(1)));
            assertThat(catalog.products()).containsExactly(bare);
        }
    }

    @Test
    void findsWhatWasAddedAtOnceAndNotWhatWasRemoved() {
        try (Catalog catalog = open()) {
            catalog.upsertAll(List.of(entry("red", 0xFF0000), entry("green", 0x00FF00), entry("blue", 0x0000FF)));
            assertThat(nearest(catalog, 0xEE0000, 1)).containsExactly("red");

            assertThat(catalog.remove(List.of("red", "unknown"))).isEqualTo(1);

            assertThat(nearest(catalog, 0xEE0000, 3)).containsExactlyInAnyOrder("green", "blue");
            assertThat(catalog.productsById(List.of("red"))).isEmpty();
            assertThat(catalog.find("red")).isEmpty();
            assertThat(catalog.size()).isEqualTo(2);

            catalog.upsert(entry("red", 0xFF0000));
            assertThat(nearest(catalog, 0xEE0000, 1)).containsExactly("red");
        }
    }

    @Test
    void replacesAProductAndMovesItToItsNewPartition() {
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 0xFF0000));
            Product shoe = new Product(
                    "a",
                    "A",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "a.png",
                    "shoes",
                    SuperCategory.FOOTWEAR);
            catalog.upsert(CatalogEntry.of(shoe, MeanColor.of(0xFF0000)));

            IndexQuery red = IndexQuery.of(MeanColor.of(0xFF0000), 5);
            assertThat(catalog.index().search(red.in("UPPER"))).isEmpty();
            assertThat(catalog.index().search(red.in("FOOTWEAR"))).hasSize(1);
            assertThat(catalog.size()).isEqualTo(1);
        }
    }

    @Test
    void listsProductsByIdOverManyPages() {
        List<CatalogEntry> entries = IntStream.range(0, 1234)
                .mapToObj(i -> entry("p%04d".formatted(i), i))
                .toList();
        try (Catalog catalog = open()) {
            catalog.upsertAll(entries);
            assertThat(catalog.products().map(Product::id)).isSorted().hasSize(1234);
            assertThat(catalog.productsById(
                            entries.stream().map(e -> e.product().id()).toList()))
                    .hasSize(1234);
        }
    }

    @Test
    void takesIdsOfAnyScriptAndWithQuotes() {
        List<String> ids = List.of("naïve", "日本 1", "a'b\"c;--", "🧥");
        try (Catalog catalog = open()) {
            ids.forEach(id -> catalog.upsert(entry(id, id.hashCode() & 0xFFFFFF)));
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.productsById(ids)).containsOnlyKeys(ids);
            assertThat(catalog.index().size()).isEqualTo(ids.size());
        }
    }

    @Test
    void refusesAnotherEmbeddersSpaceAndNamesBoth() {
        open().close();
        EmbeddingSpace other = new EmbeddingSpace("other", "2", 4, Metric.COSINE);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> Catalog.open(folder, other, settings()))
                .withMessageContaining(MeanColor.SPACE.id())
                .withMessageContaining(other.id())
                .withMessageContaining("new folder")
                .returns(Reason.OTHER_SPACE, CatalogException::reason);
        open().close();
    }

    @Test
    void refusesAnEntryOfAnotherSpaceAndKeepsTheRestOut() {
        EmbeddingSpace other = new EmbeddingSpace("other", "2", 3, Metric.EUCLIDEAN);
        try (Catalog catalog = open()) {
            CatalogEntry wrong = CatalogEntry.of(product("b"), Embedding.of(other, 1, 2, 3));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> catalog.upsertAll(List.of(entry("a", 1), wrong)))
                    .withMessageContaining("other/2/3");
            assertThat(catalog.size()).isZero();
        }
    }

    @Test
    void keepsAllDetailsOfAProduct() {
        ProductDetails details = ProductDetails.NONE
                .withAvailability(Availability.PREORDER)
                .withColor("dark blue")
                .withGender("female")
                .withSizes(List.of("S", "M", "3/4 \"wide\""))
                .withGroup("style 7")
                .withTags(List.of("linen", "été"))
                .withRegularPrice(new Price(new BigDecimal("19.90"), "EUR"))
                .withMoreImages(List.of("/back.png", "https://shop.example/side.jpg"))
                .withCategoryScore(0.625);
        Product product = product("a").with(details);
        try (Catalog catalog = open()) {
            catalog.upsert(CatalogEntry.of(product, MeanColor.of(1)));
        }
        try (Catalog catalog = open()) {
            assertThat(catalog.find("a")).map(CatalogEntry::product).contains(product);
        }
    }

    @Test
    void searchesAmongProductsThatPassAFilterAndFollowsTheirChanges() {
        try (Catalog catalog = open()) {
            ProductFilter inStock = ProductFilter.ALL.and(List.of(new Stock(Availability.IN_STOCK)));
            IntStream.range(0, 50).forEach(i -> catalog.upsert(entry("out" + i, i)));
            catalog.upsert(available("in", 0xFF0000, Availability.IN_STOCK));
            assertThat(found(catalog, inStock)).containsExactly("in");
            catalog.write(
                    List.of(),
                    List.of(available("in", 0, Availability.OUT_OF_STOCK).product()));
            assertThat(found(catalog, inStock)).isEmpty();
            catalog.write(
                    List.of(),
                    List.of(available("out7", 0, Availability.IN_STOCK).product()));
            catalog.upsert(available("new", 0x00FF00, Availability.IN_STOCK));
            assertThat(found(catalog, inStock)).containsExactly("out7", "new");
            catalog.remove(List.of("out7"));
            assertThat(found(catalog, inStock)).containsExactly("new");
            catalog.upsert(available("new", 0x00FF00, Availability.OUT_OF_STOCK));
            catalog.upsert(available("out7", 7, Availability.IN_STOCK));
            assertThat(found(catalog, inStock)).containsExactly("out7");
        }
    }

    private static CatalogEntry available(String id, int rgb, Availability availability) {
        Product product = product(id).with(ProductDetails.NONE.withAvailability(availability));
        return CatalogEntry.of(product, MeanColor.of(rgb));
    }

    private static List<String> found(Catalog catalog, ProductFilter filter) {
        IndexQuery query = IndexQuery.of(MeanColor.of(0), 10).where(catalog.idsOf(filter));
        return catalog.index().search(query).stream().map(Neighbor::id).toList();
    }

    @Test
    void movesToAnotherEmbedderAndAnswersAllTheTime() {
        Path picture = Samples.picture(pictures.resolve("red.png"), 0xFF0000);
        Negative negative = new Negative();
        try (Catalog catalog = open()) {
            catalog.upsert(at("red", picture, 0xFF0000));
            catalog.upsert(at("green", Samples.picture(pictures.resolve("green.png"), 0x00FF00), 0x00FF00));
            VectorIndex before = catalog.index();
            AtomicInteger steps = new AtomicInteger();
            ReindexReport report = catalog.maintenance()
                    .reindex(negative, FetchOptions.standard(), new IngestListener() {
                        @Override
                        public void progress(Progress progress) {
                            if (steps.getAndIncrement() == 0) {
                                assertThat(nearest(catalog, 0xFF0000, 1)).containsExactly("red");
                                catalog.upsert(
                                        at("late", Samples.picture(pictures.resolve("late.png"), 0x0000FF), 0x0000FF));
                                catalog.upsert(at(
                                        "green", Samples.picture(pictures.resolve("white.png"), 0xFFFFFF), 0xFFFFFF));
                            }
                        }
                    });
            assertThat(report.switched()).isTrue();
            assertThat(catalog.space()).isEqualTo(negative.space());
            assertThat(catalog.index().size()).isEqualTo(3);
            assertThat(catalog.find("green").orElseThrow().embedding()).isEqualTo(Negative.of(0xFFFFFF));
            assertThat(catalog.index().search(IndexQuery.of(Negative.of(0x0000FF), 1)))
                    .first()
                    .returns("late", Neighbor::id);
            assertThat(before.search(IndexQuery.of(MeanColor.of(0xFF0000), 1)))
                    .first()
                    .returns("red", Neighbor::id);
            assertThatIllegalArgumentException().isThrownBy(() -> catalog.upsert(entry("old", 1)));
        }
        try (Catalog catalog = Catalog.open(folder, negative.space(), settings())) {
            assertThat(catalog.index().size()).isEqualTo(3);
        }
    }

    @Test
    void staysWithItsEmbedderWhileAPictureCannotBeRead() {
        Negative negative = new Negative();
        Path picture = pictures.resolve("red.png");
        try (Catalog catalog = open()) {
            catalog.upsert(at("red", picture, 0xFF0000));
            ReindexReport report =
                    catalog.maintenance().reindex(negative, FetchOptions.standard(), IngestListener.SILENT);
            assertThat(report.switched()).isFalse();
            assertThat(report.failed())
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.id()).contains("red"));
            assertThat(nearest(catalog, 0xFF0000, 1)).containsExactly("red");
            Samples.picture(picture, 0xFF0000);
            assertThat(catalog.maintenance().reindex(negative, FetchOptions.standard(), IngestListener.SILENT))
                    .returns(true, ReindexReport::switched)
                    .returns(1L, ReindexReport::embedded);
        }
    }

    private static CatalogEntry at(String id, Path picture, int rgb) {
        Product p = product(id);
        Product here = new Product(
                id, p.title(), p.brand(), p.price(), p.link(), picture.toString(), p.category(), p.superCategory());
        return CatalogEntry.of(here, MeanColor.of(rgb));
    }

    @Test
    void findsNothingWrongWithASoundDatabase() {
        try (Catalog catalog = open()) {
            catalog.upsert(entry("a", 1));
            assertThat(catalog.maintenance().check()).isEmpty();
        }
    }

    @Test
    void isOfNoUseAfterCloseAndClosesTwice() {
        Catalog catalog = open();
        catalog.close();
        catalog.close();
        assertThatIllegalStateException().isThrownBy(catalog::size);
        assertThatIllegalStateException().isThrownBy(catalog::index);
        assertThatIllegalStateException().isThrownBy(catalog::checkpoint);
        assertThatIllegalStateException().isThrownBy(() -> catalog.upsert(entry("a", 1)));
        assertThatIllegalStateException().isThrownBy(() -> catalog.remove(List.of("a")));
        assertThatIllegalStateException().isThrownBy(() -> catalog.productsById(List.of("a")));
    }
}
