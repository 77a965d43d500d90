package io.buyme.cli.evaluate;

import io.buyme.image.coco.PhotoSplit;

/** Which photos of an annotation file to measure on. */
public enum PhotoPart {
    /** All of them. */
    ALL,
    /** Those that ours was trained on: for comparison only. */
    TRAINING,
    /** Those that were kept from training. */
    VALIDATION;

    boolean has(PhotoSplit split, String photo) {
        return this == ALL || split.isForChecking(photo) == (this == VALIDATION);
    }
}
