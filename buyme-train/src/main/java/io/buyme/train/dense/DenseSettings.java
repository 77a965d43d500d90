package io.buyme.train.dense;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.PixelScale;
import io.buyme.train.augment.SceneAugmentation;

/**
 * How to train a dense network.
 *
 * @param objectives what for
 * @param batch pictures of a step
 * @param augmentation how photos are varied
 * @param scale how pixels become inputs
 * @param heightPerWidth of the pictures, a whole number
 * @param seed of all random numbers
 */
public record DenseSettings(
        DenseObjectives objectives,
        int batch,
        SceneAugmentation augmentation,
        PixelScale scale,
        int heightPerWidth,
        long seed) {

    /** Checks the ranges. */
    public DenseSettings {
        requireNonNull(objectives, "objectives");
        requireNonNull(augmentation, "augmentation");
        requireNonNull(scale, "scale");
        if (batch < 1 || heightPerWidth < 1) {
            throw new IllegalArgumentException("batch and heightPerWidth must be at least 1");
        }
    }
}
