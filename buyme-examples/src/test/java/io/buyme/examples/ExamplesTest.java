package io.buyme.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples on a small shop of the look book, whose first look wears products of the shop. */
class ExamplesTest {

    private static final LookBook BOOK = LookBook.withSeed(7);
    private static final int PRODUCTS = 48;

    @Test
    void shopTheLookFindsProductsForTheGarmentsOfThePhoto(@TempDir Path folder) throws IOException {
        Path photo = writeShop(folder);
        List<String> lines = ShopTheLook.run(folder.resolve("products.csv"), photo, folder.resolve("catalog"))
                .lines()
                .toList();
        assertThat(lines).contains("footwear:");
        assertThat(matches(lines)).hasSizeGreaterThanOrEqualTo(6).allMatch(line -> line.contains("https://"));
    }

    @Test
    void aCustomDetectorDecidesWhatIsSearched(@TempDir Path folder) throws IOException {
        Path photo = writeShop(folder);
        List<String> lines = CustomDetector.run(folder.resolve("products.csv"), photo, folder.resolve("catalog"))
                .lines()
                .toList();
        assertThat(lines.stream().filter(line -> !line.startsWith("  "))).containsExactly("top:", "bottoms:");
        assertThat(matches(lines)).hasSize(6);
    }

    private static Path writeShop(Path folder) throws IOException {
        BOOK.writeTo(folder, PRODUCTS, 1);
        Look look = BOOK.look(0);
        return folder.resolve("looks").resolve(look.name() + ".png");
    }

    private static List<String> matches(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("  ")).toList();
    }
}
