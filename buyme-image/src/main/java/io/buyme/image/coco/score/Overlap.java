package io.buyme.image.coco.score;

/** What of an object is compared with the annotations. */
public enum Overlap {
    /** The boxes. */
    BOX,
    /** The pixels. */
    MASK
}
