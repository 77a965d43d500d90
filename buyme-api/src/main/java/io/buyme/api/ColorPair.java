package io.buyme.api;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Attributes.ColorShare;

/**
 * A dominant colour of an article beside the one of a product that comes nearest to it.
 *
 * @param article colour of the article in the photo
 * @param product colour of the product's picture
 * @param difference of the two by CIEDE2000: about 1 is just noticeable, above 20 is another colour
 */
public record ColorPair(ColorShare article, ColorShare product, double difference) {

    /** CIEDE2000 difference up to which two colours pass for the same one under another light. */
    private static final double SAME = 12;

    /** Checks that nothing is missing. */
    public ColorPair {
        requireNonNull(article, "article");
        requireNonNull(product, "product");
        if (!(difference >= 0)) {
            throw new IllegalArgumentException("a difference is 0 or more, got " + difference);
        }
    }

    /** Returns a pair with the difference of its colours. */
    public static ColorPair of(ColorShare article, ColorShare product) {
        double difference = LabColor.ofRgb(article.rgb()).difference(LabColor.ofRgb(product.rgb()));
        return new ColorPair(article, product, difference);
    }

    /** Tells whether people would call both the same: they have one name, or differ no more than light makes them. */
    public boolean same() {
        return article.name().equals(product.name()) || difference <= SAME;
    }
}
