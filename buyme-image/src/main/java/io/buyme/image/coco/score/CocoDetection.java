package io.buyme.image.coco.score;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import io.buyme.image.coco.CocoImage;
import io.buyme.image.coco.RunLengths;
import java.util.Optional;

/**
 * An object that a detector saw in an annotated picture.
 *
 * @param imageId of the picture
 * @param categoryId of the kind of object
 * @param score the greater, the surer
 * @param box around it, in pixels of the picture
 * @param pixels that show it, if the detector says which
 */
public record CocoDetection(long imageId, long categoryId, double score, Box box, Optional<RunLengths> pixels) {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if the score is not a number
     */
    public CocoDetection {
        requireNonNull(box, "box");
        requireNonNull(pixels, "pixels");
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a detection without a score");
        }
    }

    /**
     * Returns what was seen in this picture.
     *
     * @param mask in pixels of the picture
     * @throws IllegalArgumentException if the mask reaches beyond the picture
     */
    public static CocoDetection of(CocoImage image, long categoryId, double score, Box box, Optional<Mask> mask) {
        Optional<RunLengths> pixels = mask.map(m -> RunLengths.of(m, image.width(), image.height()));
        return new CocoDetection(image.id(), categoryId, score, box, pixels);
    }
}
