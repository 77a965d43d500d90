package io.buyme.catalog.explain;

/** What stands in place of the hidden part of a picture. */
public enum Fill {
    /** What an embedder takes for background: pixels leave the mask; without a mask they get the colour of the border. */
    BACKGROUND,
    /** The mean colour of the hidden part itself, so that only what it shows is lost, not its colour. */
    MEAN
}
