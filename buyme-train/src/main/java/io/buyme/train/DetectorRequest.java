package io.buyme.train;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to train a detector from, and where to put it.
 *
 * @param recipe how
 * @param coco annotations of the photos
 * @param images folder of the photos
 * @param teacher model file of a detector of the same categories, which labels the photos of which only tags are known
 *     ({@code tags.json} and the folder {@code tagged} beside the annotations), so that they are learned from, too
 * @param run where to, from where, how long; weights are those of MobileNetV2
 */
public record DetectorRequest(DetectorRecipe recipe, Path coco, Path images, Optional<Path> teacher, RunOptions run) {

    /** Checks that nothing is missing. */
    public DetectorRequest {
        requireNonNull(recipe, "recipe");
        requireNonNull(coco, "coco");
        requireNonNull(images, "images");
        requireNonNull(teacher, "teacher");
        requireNonNull(run, "run");
    }
}
