package io.buyme.image.coco.score;

/**
 * Which annotations count, by their area in square pixels. Those outside the range need not be found, and finding them is
 * not wrong.
 */
public enum AreaRange {
    /** All of them. */
    ALL(0, 1e10),
    /** Up to 32 x 32 pixels. */
    SMALL(0, 32 * 32),
    /** Between the two others. */
    MEDIUM(32 * 32, 96 * 96),
    /** From 96 x 96 pixels on. */
    LARGE(96 * 96, 1e10);

    private final double least;
    private final double greatest;

    AreaRange(double least, double greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    /** Tells whether the area is in the range, to which both limits belong. */
    boolean contains(double area) {
        return area >= least && area <= greatest;
    }
}
