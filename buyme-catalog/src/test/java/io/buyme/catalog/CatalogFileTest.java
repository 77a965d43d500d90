package io.buyme.catalog;

import static io.buyme.catalog.Samples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
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
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues on a disk where something is wrong. */
class CatalogFileTest {

    /** What the first version of the library left behind, with one product. */
    private static final List<String> VERSION_1 = List.of(
            "CREATE TABLE schema_version (version INTEGER NOT NULL)",
            "INSERT INTO schema_version VALUES (1)",
            "CREATE TABLE catalog (id TEXT NOT NULL, space TEXT NOT NULL, last_sequence BIGINT NOT NULL)",
            "INSERT INTO catalog VALUES ('some-id', '%1$s', 1)",
            "CREATE TABLE products (id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, brand TEXT, price TEXT,"
                    + " currency TEXT, link TEXT, image TEXT NOT NULL, category TEXT NOT NULL,"
                    + " super_category TEXT NOT NULL, sequence BIGINT NOT NULL)",
            "INSERT INTO products VALUES ('old', 'Old one', NULL, '9.90', 'EUR', NULL, 'old.png', 'shirt', 'UPPER', 1)",
            "CREATE TABLE embeddings (product_id TEXT NOT NULL, space TEXT NOT NULL, image_hash TEXT,"
                    + " vector BLOB NOT NULL, attributes TEXT NOT NULL, sequence BIGINT NOT NULL,"
                    + " PRIMARY KEY (product_id, space))",
            "INSERT INTO embeddings VALUES ('old', '%1$s', NULL, x'%2$s', '{\"colors\":[],\"tags\":[]}', 1)",
            "CREATE INDEX embeddings_by_sequence ON embeddings (sequence)",
            "CREATE TABLE tombstones (product_id TEXT NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL)",
            "CREATE INDEX tombstones_by_sequence ON tombstones (sequence)");

    private final Path folder;

    CatalogFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Catalog open() {
        return Catalog.open(folder, MeanColor.SPACE);
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
                "UPDATE products SET title = 'Another'",
                "UPDATE products SET availability = 'SOON'",
                "UPDATE products SET sizes = '[1'",
                "UPDATE products SET category_score = 0.5",
                "UPDATE embeddings SET image_hash = 'abc'",
                "UPDATE embeddings SET attributes = '{'",
                "UPDATE embeddings SET vector = (SELECT zeroblob(length(vector)) FROM embeddings)",
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
                        .returns(Reason.DAMAGED, CatalogException::reason);
                assertThat(catalog.maintenance().check()).as(damage).isNotEmpty();
            }
        }
    }

    @Test
    void bringsAnOlderDatabaseUpToDateAndKeepsWhatIsInIt() throws SQLException, IOException {
        String space = MeanColor.SPACE.id();
        String vector = "0000803F" + "00000000" + "00000000";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : VERSION_1) {
                statement.execute(sql.formatted(space, vector));
            }
        }
        try (Catalog catalog = open()) {
            CatalogEntry old = catalog.find("old").orElseThrow();
            assertThat(old.embedding()).isEqualTo(MeanColor.of(0xFF0000));
            assertThat(old.product()).returns("Old one", Product::title).returns(ProductDetails.NONE, Product::details);
            catalog.upsert(entry("new", 0x00FF00));
            assertThat(Samples.nearest(catalog, 0xFF0000, 2)).containsExactly("old", "new");
            assertThat(catalog.maintenance().check()).isEmpty();
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
                    .returns(Reason.DAMAGED, CatalogException::reason);
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
}
