package io.buyme.train.augment;

/** What is put behind an article whose pixels are known. */
public enum Backdrop {
    /** The photo that the article was cut out of. */
    OWN,
    /** The one color that inference puts there. */
    PADDING,
    /** Another color. */
    PLAIN,
    /** Random pixels. */
    NOISE,
    /** A part of another picture. */
    OTHER
}
