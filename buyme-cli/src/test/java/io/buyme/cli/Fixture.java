package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.cli.demo.LookBookFiles;
import io.buyme.testkit.lookbook.LookBook;
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

    static Fixture in(Path folder, int photos) {
        LookBookFiles files = new LookBookFiles(LookBook.withSeed(1), folder);
        Path feed = files.writeProducts(PRODUCTS);
        Path catalog = folder.resolve("catalog");
        CommandRun run = CommandRun.of("index", feed, "--catalog", catalog);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new Fixture(feed, catalog, files.writePhotos(photos));
    }
}
