package io.buyme.train.data;

/** Where a picture comes from, as street photos and product pictures of one article look different. */
public enum Domain {
    /** Photos of people. */
    STREET,
    /** Pictures of a single article, laid flat or on a hanger. */
    SHOP
}
