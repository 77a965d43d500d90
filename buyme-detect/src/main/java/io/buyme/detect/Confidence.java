package io.buyme.detect;

/**
 * How often the box of a kept region overlaps the garments of its super-category by half (IoU of at least 0.5 with the
 * box around all of them), with the poses of BlazePose, on the 813 annotated street photos of the dev part of Clothing
 * Co-Parsing. A region whose super-category nobody wears in the photo counts as a miss. Waist, hem and one-piece rule
 * were fitted on some of the same photos, so expect a little less elsewhere. It is the score of the region before doubt
 * about the keypoints.
 */
final class Confidence {

    static final double UPPER = 0.83;
    static final double LOWER = 0.55;
    static final double ONE_PIECE = 0.47;
    static final double FOOTWEAR = 0.8;
    /** Share of the same photos with a hat: a head alone is no evidence of one. */
    static final double HEADWEAR = 0.11;

    private Confidence() {}
}
