package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What to train a Mask R-CNN from, and where to put it.
 *
 * @param recipe how
 * @param coco annotations of the photos
 * @param images folder of the photos
 * @param run where to, from where, how long; weights are those of a dense detector, which must be given
 */
public record MaskRcnnRequest(MaskRcnnRecipe recipe, Path coco, Path images, RunOptions run) {

    /** Checks that nothing is missing. */
    public MaskRcnnRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(coco, "coco");
        requireNonNull(images, "images");
        requireNonNull(run, "run");
    }
}
