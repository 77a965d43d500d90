package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a shop says of a product beside its name and price, for filters, for grouping, and for tests of the catalogue.
 *
 * @param availability whether it can be bought now
 * @param color the shop's own word
 * @param gender {@code female}, {@code male} or {@code unisex}, as product feeds have it
 * @param sizes in which it is sold; empty if unknown
 * @param group what variants of one style have in common: {@code item_group_id} of product feeds
 * @param tags further words of the shop, in lower case
 * @param regularPrice before a sale; then {@link Product#price} is the sale's
 * @param moreImages paths or addresses of further pictures
 * @param categoryScore how sure the category is, 0 to 1: 1 if the shop named it, less if it was told from the picture
 */
public record ProductDetails(
        Availability availability,
        Optional<String> color,
        Optional<String> gender,
        List<String> sizes,
        Optional<String> group,
        List<String> tags,
        Optional<Price> regularPrice,
        List<String> moreImages,
        double categoryScore) {

    /** Nothing more is known. */
    public static final ProductDetails NONE = new ProductDetails(
            Availability.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            1);

    /** Checks the score and copies the lists. */
    public ProductDetails {
        requireNonNull(availability, "availability");
        requireNonNull(color, "color");
        requireNonNull(gender, "gender");
        requireNonNull(group, "group");
        requireNonNull(regularPrice, "regularPrice");
        sizes = List.copyOf(sizes);
        tags = List.copyOf(tags);
        moreImages = List.copyOf(moreImages);
        if (!(categoryScore >= 0 && categoryScore <= 1)) {
            throw new IllegalArgumentException("a category's score is 0 to 1, got " + categoryScore);
        }
    }

    /** Whether a product can be bought. */
    public enum Availability {
        /** The shop does not say. */
        UNKNOWN,
        /** Can be bought now. */
        IN_STOCK,
        /** Sold out. */
        OUT_OF_STOCK,
        /** Can be ordered before it comes out. */
        PREORDER,
        /** Can be ordered, and comes later. */
        BACKORDER
    }

    /** Returns these details with this availability. */
    public ProductDetails withAvailability(Availability other) {
        return new ProductDetails(other, color, gender, sizes, group, tags, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details with this colour. */
    public ProductDetails withColor(String other) {
        return new ProductDetails(
                availability, Optional.of(other), gender, sizes, group, tags, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details for this gender. */
    public ProductDetails withGender(String other) {
        return new ProductDetails(
                availability, color, Optional.of(other), sizes, group, tags, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details in these sizes. */
    public ProductDetails withSizes(List<String> others) {
        return new ProductDetails(
                availability, color, gender, others, group, tags, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details as a variant of this group. */
    public ProductDetails withGroup(String other) {
        return new ProductDetails(
                availability, color, gender, sizes, Optional.of(other), tags, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details with these tags. */
    public ProductDetails withTags(List<String> others) {
        return new ProductDetails(
                availability, color, gender, sizes, group, others, regularPrice, moreImages, categoryScore);
    }

    /** Returns these details with the price before the sale. */
    public ProductDetails withRegularPrice(Price other) {
        return new ProductDetails(
                availability, color, gender, sizes, group, tags, Optional.of(other), moreImages, categoryScore);
    }

    /** Returns these details with these further pictures. */
    public ProductDetails withMoreImages(List<String> others) {
        return new ProductDetails(availability, color, gender, sizes, group, tags, regularPrice, others, categoryScore);
    }

    /** Returns these details with a category that is so sure. */
    public ProductDetails withCategoryScore(double other) {
        return new ProductDetails(availability, color, gender, sizes, group, tags, regularPrice, moreImages, other);
    }
}
