package io.buyme.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.image.ImageEncoder;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on a small shop of the look book, whose first look wears products of the shop. */
class ExamplesTest {

    private static final LookBook BOOK = LookBook.withSeed(7);
    private static final int PRODUCTS = 48;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeShop() throws IOException {
        for (CatalogItem item : BOOK.catalog(PRODUCTS)) {
            Path category = Files.createDirectories(folder.resolve("products").resolve(item.category()));
            Files.write(category.resolve(item.id() + ".png"), ImageEncoder.png(item.picture()));
        }
        Files.write(folder.resolve("photo.png"), ImageEncoder.png(BOOK.look(0).photo()));
    }

    @Test
    void shopTheLookFindsProductsForTheGarmentsOfThePhoto() {
        List<String> lines = run(ShopTheLook.run(products(), photo(), folder.resolve("catalog")));
        assertThat(lines).contains("footwear:");
        assertThat(lines.stream().filter(line -> line.startsWith("  "))).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aCustomDetectorDecidesWhatIsSearched() {
        List<String> lines = run(CustomDetector.run(products(), photo(), folder.resolve("custom")));
        assertThat(lines.stream().filter(line -> !line.startsWith("  "))).containsExactly("top:", "bottoms:");
        assertThat(lines.stream().filter(line -> line.startsWith("  "))).hasSize(6);
    }

    private static List<String> run(String text) {
        return text.lines().toList();
    }

    private static Path products() {
        return folder.resolve("products");
    }

    private static Path photo() {
        return folder.resolve("photo.png");
    }
}
