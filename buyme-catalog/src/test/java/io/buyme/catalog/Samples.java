package io.buyme.catalog;

import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.SuperCategory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Products and pictures for tests. */
final class Samples {

    private Samples() {}

    static Product product(String id) {
        return new Product(
                id,
                "Title of " + id,
                Optional.of("Brand"),
                Optional.of(new Price(new BigDecimal("12.90"), "EUR")),
                Optional.of("https://shop.example/" + id),
                "/pictures/" + id + ".png",
                "t-shirt",
                SuperCategory.UPPER);
    }

    static CatalogEntry entry(String id, int rgb) {
        return CatalogEntry.of(product(id), MeanColor.of(rgb));
    }

    /** Writes a picture of one colour, and the folders above it. */
    static Path picture(Path file, int rgb) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            image.setRGB(i % 8, i / 8, rgb);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    /** Returns the ids of the products nearest to a colour. */
    static List<String> nearest(Catalog catalog, int rgb, int k) {
        return catalog.index().search(IndexQuery.of(MeanColor.of(rgb), k)).stream()
                .map(Neighbor::id)
                .toList();
    }
}
