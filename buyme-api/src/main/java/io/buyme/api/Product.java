package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something to buy.
 *
 * @param id unique in the catalogue
 * @param title for people
 * @param brand who makes it
 * @param price what it costs
 * @param link where to buy it
 * @param image path or address of its picture
 * @param category the shop's own word, such as {@code t-shirt}
 * @param superCategory the partition to which the category belongs
 * @param details what else the shop says of it
 */
public record Product(
        String id,
        String title,
        Optional<String> brand,
        Optional<Price> price,
        Optional<String> link,
        String image,
        String category,
        SuperCategory superCategory,
        ProductDetails details) {

    /** Checks that nothing is missing and the id is not blank. */
    public Product {
        requireNonNull(title, "title");
        requireNonNull(brand, "brand");
        requireNonNull(price, "price");
        requireNonNull(link, "link");
        requireNonNull(image, "image");
        requireNonNull(category, "category");
        requireNonNull(superCategory, "superCategory");
        requireNonNull(details, "details");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a product needs an id");
        }
    }

    /** Makes a product of which nothing else is known. */
    public Product(
            String id,
            String title,
            Optional<String> brand,
            Optional<Price> price,
            Optional<String> link,
            String image,
            String category,
            SuperCategory superCategory) {
        this(id, title, brand, price, link, image, category, superCategory, ProductDetails.NONE);
    }

    /** Returns this product with other details. */
    public Product with(ProductDetails other) {
        return new Product(id, title, brand, price, link, image, category, superCategory, other);
    }
}
