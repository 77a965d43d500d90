package io.buyme.detect;

/**
 * How often the box of a region overlaps a garment of its super-category by half (IoU of at least 0.5), measured on the
 * 265 street photos of Clothing Co-Parsing. It is the score of the region before doubt about the keypoints.
 */
final class Confidence {

    static final double UPPER = 0.84;
    static final double LOWER = 0.6;
    static final double ONE_PIECE = 0.4;
    static final double FOOTWEAR = 0.8;
    /** Share of people who wear a hat. */
    static final double HEADWEAR = 0.11;

    private Confidence() {}
}
