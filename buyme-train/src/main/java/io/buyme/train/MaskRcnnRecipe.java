package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.rcnn.HeadRecipe;

/**
 * Everything that decides how a Mask R-CNN comes out, apart from photos and pyramid. Written beside each model.
 *
 * @param width of the pictures, in pixels; they are twice as high
 * @param augmentation how photos are varied
 * @param heads how its heads learn
 */
public record MaskRcnnRecipe(int width, SceneAugmentation augmentation, HeadRecipe heads) {

    /** Checks that nothing is missing. */
    public MaskRcnnRecipe {
        requireNonNull(augmentation, "augmentation");
        requireNonNull(heads, "heads");
    }

    /**
     * Returns the usual recipe.
     *
     * @param epochs of the box head at most
     * @param width of the pictures, in pixels
     */
    public static MaskRcnnRecipe standard(int epochs, int width, long seed) {
        return new MaskRcnnRecipe(width, SceneAugmentation.standard(), HeadRecipe.standard(epochs, width, seed));
    }
}
