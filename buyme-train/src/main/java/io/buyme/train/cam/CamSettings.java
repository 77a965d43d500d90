package io.buyme.train.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Augmentation;

/**
 * How to train activation maps.
 *
 * @param batch pictures of a step
 * @param productShare share of them that are product pictures, if there are any
 * @param parts how often a photo is shown in part, as in the smaller windows, 0 to 1
 * @param sharpness of the pooling of maps to tags; 0 for global average pooling
 * @param augmentation how pictures are varied
 * @param seed of all random numbers
 */
public record CamSettings(
        int batch, double productShare, double parts, double sharpness, Augmentation augmentation, long seed) {

    /** Checks the ranges. */
    public CamSettings {
        requireNonNull(augmentation, "augmentation");
        boolean shares = parts >= 0 && parts <= 1 && productShare >= 0 && productShare < 1;
        if (batch < 2 || !shares || !(sharpness >= 0)) {
            throw new IllegalArgumentException(
                    "want a batch of 2, shares of 0 to 1, a sharpness of at least 0, got %d, %s, %s, %s"
                            .formatted(batch, productShare, parts, sharpness));
        }
    }

    int photosPerStep(boolean withoutProducts) {
        return withoutProducts ? batch : (int) Math.max(1, Math.round(batch * (1 - productShare)));
    }
}
