package io.buyme.catalog;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Taxonomy;

/**
 * How to read a feed.
 *
 * @param taxonomy tells the super-category of each category word
 * @param imagesAnywhere whether a feed may name pictures outside its own folder. Leave it false for feeds from others: a
 *     row could otherwise have any file read that this process can read
 */
public record FeedOptions(Taxonomy taxonomy, boolean imagesAnywhere) {

    /** Checks that a taxonomy is there. */
    public FeedOptions {
        requireNonNull(taxonomy, "taxonomy");
    }

    /** Returns the built-in taxonomy, and pictures inside the feed's folder only. */
    public static FeedOptions standard() {
        return new FeedOptions(Taxonomy.standard(), false);
    }

    /** Returns these options with another taxonomy. */
    public FeedOptions withTaxonomy(Taxonomy other) {
        return new FeedOptions(other, imagesAnywhere);
    }

    /** Returns these options with pictures allowed outside the feed's folder, or not. */
    public FeedOptions withImagesAnywhere(boolean allowed) {
        return new FeedOptions(taxonomy, allowed);
    }
}
