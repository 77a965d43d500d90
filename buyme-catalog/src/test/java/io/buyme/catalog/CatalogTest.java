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
import io.buyme.api.Product;
import io.buyme.api.ProductSource.DescribedProduct;
import io.buyme.api.SuperCategory;
import io.buyme.catalog.CatalogException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {

    private static final Attributes ATTRIBUTES = new Attributes(
            List.of(new ColorShare("dark blue", 0x000080, 0.75)), List.of(new Tag("pattern", "striped", 0.5)));

    private final Path folder;

    CatalogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Catalog open() {
        return Catalog.open(folder, MeanColor.SPACE);
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
                .isThrownBy(() -> Catalog.open(folder, other))
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
    void saysThatAFileIsInTheFoldersPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> Catalog.open(file, MeanColor.SPACE))
                .withMessageContaining("is a file")
                .returns(Reason.FOLDER, CatalogException::reason);
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> Catalog.open(file.resolve("below"), MeanColor.SPACE))
                .returns(Reason.FOLDER, CatalogException::reason);
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("catalog.lock"));
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(this::open)
                .withMessageContaining("cannot write")
                .returns(Reason.FOLDER, CatalogException::reason);
    }

    @Test
    void livesInAFolderOfAnyName() throws IOException {
        for (String name :
                List.of("two words", "what?cache_size=1", "a#b;c&d=e", "100%25", "J\u00e4ckchen \u4e0a\u8863")) {
            Path odd = folder.resolve("odd").resolve(name);
            for (int opening = 0; opening < 2; opening++) {
                try (Catalog catalog = Catalog.open(odd, MeanColor.SPACE)) {
                    assertThat(catalog.size()).as(name).isEqualTo(opening);
                    catalog.upsert(entry("a", 1));
                }
            }
            assertThat(odd.resolve("catalog.db")).isRegularFile();
        }
        try (Stream<Path> made = Files.list(folder.resolve("odd"))) {
            assertThat(made).hasSize(5);
        }
    }

    @Test
    void saysThatALockIsHeldByAnotherCopyOfTheLibrary() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("catalog.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(this::open)
                    .returns(Reason.LOCKED, CatalogException::reason);
        }
    }

    @Test
    void saysThatARowOfTheDatabaseIsDamaged() throws SQLException {
        for (String damage : List.of(
                "UPDATE products SET super_category = 'HAT'",
                "UPDATE products SET price = 'cheap'",
                "UPDATE products SET currency = NULL",
                "UPDATE embeddings SET vector = x'00'")) {
            try (Catalog catalog = open()) {
                catalog.upsert(entry("a", 1));
                try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"))) {
                    connection.createStatement().execute(damage);
                }
                assertThatExceptionOfType(CatalogException.class)
                        .as(damage)
                        .isThrownBy(() -> catalog.find("a"))
                        .withMessageContaining("catalog.db")
                        .returns(Reason.DATABASE, CatalogException::reason);
            }
        }
    }

    @Test
    void isOpenOnlyOnceInAProcess() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (Catalog catalog = Catalog.open(real, MeanColor.SPACE)) {
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(() -> Catalog.open(link, MeanColor.SPACE))
                    .withMessageContaining("already open in this process")
                    .returns(Reason.LOCKED, CatalogException::reason);
            catalog.upsert(entry("a", 1));
        }
        try (Catalog catalog = Catalog.open(link, MeanColor.SPACE)) {
            assertThat(catalog.size()).isEqualTo(1);
        }
    }

    @Test
    void saysThatTheDatabaseIsNone() throws IOException {
        Files.writeString(folder.resolve("catalog.db"), "this is no database. ".repeat(100));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(CatalogException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("catalog.db")
                    .returns(Reason.DATABASE, CatalogException::reason);
        }
    }

    @Test
    void refusesADatabaseOfANewerVersion() throws SQLException {
        open().close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"))) {
            connection.createStatement().execute("UPDATE schema_version SET version = 1000");
        }
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(this::open)
                .withMessageContaining("1000")
                .returns(Reason.NEWER_VERSION, CatalogException::reason);
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
