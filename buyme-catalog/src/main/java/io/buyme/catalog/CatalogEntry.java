package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Attributes;
import io.buyme.api.Embedding;
import io.buyme.api.Product;
import java.util.Optional;

/**
 * A product with what the embedder made of its picture.
 *
 * @param product to sell
 * @param embedding of its picture
 * @param attributes of its picture; {@link Attributes#NONE} if the embedder describes nothing
 * @param imageHash SHA-256 of the picture's file, in hexadecimal. Without it the next ingest embeds the picture again
 */
public record CatalogEntry(Product product, Embedding embedding, Attributes attributes, Optional<String> imageHash) {

    /** Checks that nothing is missing. */
    public CatalogEntry {
        requireNonNull(product, "product");
        requireNonNull(embedding, "embedding");
        requireNonNull(attributes, "attributes");
        requireNonNull(imageHash, "imageHash");
    }

    /** Returns an entry of which nothing but product and embedding are known. */
    public static CatalogEntry of(Product product, Embedding embedding) {
        return new CatalogEntry(product, embedding, Attributes.NONE, Optional.empty());
    }
}
