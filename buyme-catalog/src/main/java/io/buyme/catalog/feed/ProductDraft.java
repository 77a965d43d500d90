package io.buyme.catalog.feed;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Price;
import io.buyme.api.Product;
import io.buyme.api.ProductDetails;
import io.buyme.api.SuperCategory;
import java.util.Optional;

/**
 * A product as its feed has it: all of it, but for the category, which the picture may have to tell.
 *
 * @param id unique in the feed
 * @param title for people
 * @param brand who makes it
 * @param price what it costs now
 * @param link where to buy it
 * @param image path or address of its picture
 * @param category what the feed says of it, in a word that the taxonomy knows where there is one
 * @param superCategory of the category; empty if there is no category, or none that the taxonomy knows
 * @param details what else the feed says
 */
public record ProductDraft(
        String id,
        String title,
        Optional<String> brand,
        Optional<Price> price,
        Optional<String> link,
        String image,
        Optional<String> category,
        Optional<SuperCategory> superCategory,
        ProductDetails details) {

    /** Checks that nothing is missing, and that there is no super-category without a category. */
    public ProductDraft {
        requireNonNull(title, "title");
        requireNonNull(brand, "brand");
        requireNonNull(price, "price");
        requireNonNull(link, "link");
        requireNonNull(image, "image");
        requireNonNull(category, "category");
        requireNonNull(details, "details");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a product needs an id");
        }
        if (superCategory.isPresent() && category.isEmpty()) {
            throw new IllegalArgumentException("a super-category needs the category that it is of");
        }
    }

    /** Returns a draft that lacks nothing. */
    public static ProductDraft of(Product product) {
        return new ProductDraft(
                product.id(),
                product.title(),
                product.brand(),
                product.price(),
                product.link(),
                product.image(),
                Optional.of(product.category()),
                Optional.of(product.superCategory()),
                product.details());
    }

    /** Returns the product, if the feed tells its category. */
    public Optional<Product> product() {
        return superCategory.map(s -> in(category.orElseThrow(), s, details.categoryScore()));
    }

    /** Returns the product in a category that was found out elsewhere. */
    public Product in(String word, SuperCategory partition, double score) {
        return new Product(id, title, brand, price, link, image, word, partition, details.withCategoryScore(score));
    }
}
