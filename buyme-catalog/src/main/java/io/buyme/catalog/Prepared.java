package io.buyme.catalog;

import io.buyme.api.Attributes;
import io.buyme.api.Crop;
import io.buyme.api.DescribingEmbedder.Described;
import io.buyme.api.Product;
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
            return Crop.ofProduct(image, row.product().superCategory());
        }

        CatalogEntry entry(Described described) {
            Attributes attributes = described.attributes();
            return new CatalogEntry(row.product(), described.embedding(), attributes, Optional.of(hash));
        }
    }
}
