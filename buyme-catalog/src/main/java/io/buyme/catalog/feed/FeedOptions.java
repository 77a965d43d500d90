package io.buyme.catalog.feed;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Taxonomy;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How to read a feed.
 *
 * @param taxonomy tells the super-category of each category word
 * @param imagesAnywhere whether a feed may name pictures outside its own folder. Leave it false for feeds from others: a
 *     row could otherwise have any file read that this process can read
 * @param currency of prices that have none in the feed, such as {@code EUR}: those of Shopify
 * @param shop address of the shop, for feeds that do not tell where their products are sold: those of Shopify
 */
public record FeedOptions(Taxonomy taxonomy, boolean imagesAnywhere, Optional<String> currency, Optional<URI> shop) {

    /** Checks that nothing is missing, and the form of the currency. */
    public FeedOptions {
        requireNonNull(taxonomy, "taxonomy");
        requireNonNull(shop, "shop");
        currency = currency.map(c -> c.strip().toUpperCase(Locale.ROOT));
        if (currency.filter(c -> !c.matches("[A-Z]{3}")).isPresent()) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as EUR, got '" + currency.get() + "'");
        }
    }

    /** Returns the built-in taxonomy, pictures inside the feed's folder only, and nothing assumed of prices and links. */
    public static FeedOptions standard() {
        return new FeedOptions(Taxonomy.standard(), false, Optional.empty(), Optional.empty());
    }

    /** Returns these options with another taxonomy. */
    public FeedOptions withTaxonomy(Taxonomy other) {
        return new FeedOptions(other, imagesAnywhere, currency, shop);
    }

    /** Returns these options with pictures allowed outside the feed's folder, or not. */
    public FeedOptions withImagesAnywhere(boolean allowed) {
        return new FeedOptions(taxonomy, allowed, currency, shop);
    }

    /** Returns these options with a currency for prices that have none. */
    public FeedOptions withCurrency(String other) {
        return new FeedOptions(taxonomy, imagesAnywhere, Optional.of(other), shop);
    }

    /** Returns these options with the address of the shop, such as {@code https://shop.example}. */
    public FeedOptions withShop(URI other) {
        return new FeedOptions(taxonomy, imagesAnywhere, currency, Optional.of(other));
    }
}
