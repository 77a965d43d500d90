package io.buyme.api;

import java.util.Locale;

/** The partition of a catalogue in which an article looks for its like. */
public enum SuperCategory {
    /** Tops, shirts, knitwear, jackets and coats. */
    UPPER,
    /** Trousers, shorts and skirts. */
    LOWER,
    /** Dresses, jumpsuits and whatever else covers both halves. */
    ONE_PIECE,
    /** Shoes, boots and sandals. */
    FOOTWEAR,
    /** Bags and purses. */
    BAG,
    /** Hats, eyewear, scarves, belts and jewellery. */
    ACCESSORY;

    /** Returns the name as words, such as {@code one piece}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
