package io.buyme.catalog.feed;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Product;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A good row of a feed. Its picture has not been opened yet.
 *
 * @param location where it is in the feed, such as {@code line 17} or a file's path in the folder
 * @param draft the product as the feed has it
 * @param picture of the product: of scheme {@code file} (or that of another file system), {@code http} or {@code https}
 */
public record ProductRow(String location, ProductDraft draft, URI picture) implements FeedEntry {

    /** Checks that nothing is missing and the picture has a scheme. */
    public ProductRow {
        requireNonNull(location, "location");
        requireNonNull(draft, "draft");
        if (picture.getScheme() == null) {
            throw new IllegalArgumentException("a picture's address is absolute, got " + picture);
        }
    }

    /** Makes a row of a product that lacks nothing and whose picture is a file. */
    public ProductRow(String location, Product product, Path picture) {
        this(location, ProductDraft.of(product), picture.toUri());
    }

    /** Returns this row as a rejected one. */
    public Rejected rejected(String field, String reason) {
        return new Rejected(location, Optional.of(draft.id()), field, reason);
    }
}
