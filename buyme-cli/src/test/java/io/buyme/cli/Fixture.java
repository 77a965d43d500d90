package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.LookBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A small shop on disk: products of the look book, their catalogue, and photos of people who wear some of them.
 *
 * @param feed CSV file of the products
 * @param catalog made of it
 * @param photos of people, as many as were asked for
 */
record Fixture(Path feed, Path catalog, List<Path> photos) {

    static final int PRODUCTS = 16;

    static Fixture in(Path folder, int photos) throws IOException {
        List<Path> files = LookBook.withSeed(1).writeTo(folder, PRODUCTS, photos);
        Path feed = folder.resolve("products.csv");
        Path catalog = folder.resolve("catalog");
        CommandRun run = CommandRun.of("index", feed, "--catalog", catalog);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new Fixture(feed, catalog, files);
    }

    /** Returns where the look book writes the picture of an item, relative to the folder. */
    static String picture(int item) {
        CatalogItem product = LookBook.withSeed(1).item(item);
        return "products/%s/%s.png".formatted(product.category(), product.id());
    }
}
