package io.buyme.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.buyme.api.ArticleDetector;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.LookPipeline;
import io.buyme.api.Photo;
import io.buyme.api.Product;
import io.buyme.api.Stages;
import io.buyme.api.SuperCategory;
import io.buyme.api.spi.Options;
import io.buyme.catalog.Catalog;
import io.buyme.catalog.CatalogEntry;
import io.buyme.cli.demo.KnownAnswers;
import io.buyme.testkit.lookbook.CatalogItem;
import io.buyme.testkit.lookbook.Look;
import io.buyme.testkit.lookbook.LookBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with the real stages and known answers: does what is worn find its own shop picture among 500? */
class LookBookEndToEndTest {

    private static final int PRODUCTS = 500;
    private static final int LOOKS = 30;
    private static final int TOP = 3;

    private final LookBook book = LookBook.withSeed(2);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void mostWornProductsComeBackAmongTheBestThree() {
        KnownAnswers answers = new KnownAnswers(TOP);
        try (DescribingEmbedder embedder = (DescribingEmbedder) Stages.embedder();
                Catalog catalog = Catalog.open(folder, embedder.space())) {
            fill(catalog, embedder);
            // The trained detector has seen photos only, and these people are drawn.
            try (ArticleDetector detector = Stages.articleDetector("body-regions", Options.none());
                    LookPipeline pipeline = LookPipeline.builder()
                            .detector(detector)
                            .embedder(embedder)
                            .index(catalog.index())
                            .products(catalog)
                            .build()) {
                for (int i = 0; i < LOOKS; i++) {
                    Look look = book.look(i);
                    answers.add(look, pipeline.look(Photo.of(look.name(), look.photo())));
                }
            }
        }
        System.out.println("look book, own product in the top 3: " + answers.rates());
        // A little under what was measured: upper 23 of 27, lower 24 of 27, footwear 18 of 30.
        assertThat(answers.rate(SuperCategory.UPPER).share()).as("upper").isGreaterThanOrEqualTo(0.78);
        assertThat(answers.rate(SuperCategory.LOWER).share()).as("lower").isGreaterThanOrEqualTo(0.8);
        assertThat(answers.rate(SuperCategory.FOOTWEAR).share()).as("footwear").isGreaterThanOrEqualTo(0.5);
    }

    private void fill(Catalog catalog, DescribingEmbedder embedder) {
        List<CatalogEntry> entries = new ArrayList<>();
        for (CatalogItem item : book.catalog(PRODUCTS)) {
            Described described = embedder.describe(Crop.ofProduct(item.picture(), item.superCategory()));
            Product product = new Product(
                    item.id(),
                    item.title(),
                    Optional.of(item.brand()),
                    Optional.of(item.price()),
                    Optional.empty(),
                    item.id() + ".jpg",
                    item.category(),
                    item.superCategory());
            entries.add(new CatalogEntry(product, described.embedding(), described.attributes(), Optional.empty()));
        }
        catalog.upsertAll(entries);
    }
}
