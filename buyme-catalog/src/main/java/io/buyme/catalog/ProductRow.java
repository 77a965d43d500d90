package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Product;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A good row of a feed. Its picture has not been opened yet.
 *
 * @param location where it is in the feed, such as {@code line 17} or a file's path in the folder
 * @param product as the feed has it
 * @param picture file of the product's picture
 */
public record ProductRow(String location, Product product, Path picture) implements FeedEntry {

    /** Checks that nothing is missing. */
    public ProductRow {
        requireNonNull(location, "location");
        requireNonNull(product, "product");
        requireNonNull(picture, "picture");
    }

    /** Returns this row as a rejected one. */
    Rejected rejected(String field, String reason) {
        return new Rejected(location, Optional.of(product.id()), field, reason);
    }
}
