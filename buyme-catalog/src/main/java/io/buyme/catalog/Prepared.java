package io.buyme.catalog;

import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Product;
import io.buyme.catalog.feed.ProductRow;
import io.buyme.catalog.feed.Rejected;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** What is left to be done for a row, as far as that can be told without the embedder. */
sealed interface Prepared {

    /** Nothing: the product is here as it is. */
    enum Unchanged implements Prepared {
        UNCHANGED
    }

    /** The product's fields changed, its picture did not. */
    record FieldsChanged(Product product) implements Prepared {}

    /** The row turned out to be bad. */
    record Bad(Rejected row) implements Prepared {}

    /** The picture is to be embedded; {@code known} if the product is here already. */
    record Picture(ProductRow row, String hash, boolean known, BufferedImage image) implements Prepared {

        Crop crop() {
            return new Crop(image, Optional.empty(), row.draft().superCategory());
        }

        /** Returns what is left to be done once the category is known. */
        Categorized of(Product product) {
            return new Categorized(this, product);
        }
    }

    /** A picture that is to be embedded, of a product whose category is known. */
    record Categorized(Picture picture, Product product) {

        Crop crop() {
            return Crop.ofProduct(picture.image(), product.superCategory());
        }

        CatalogEntry entry(Described described) {
            return new CatalogEntry(
                    product, described.embedding(), described.attributes(), Optional.of(picture.hash()));
        }
    }
}
