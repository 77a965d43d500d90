package io.buyme.train.pose;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.PersonAugmentation;
import io.buyme.train.net.HrNet;

/**
 * How to train a network that finds joints.
 *
 * @param layers of the network
 * @param batch pictures of a step
 * @param augmentation how people are varied
 * @param seed of all random numbers
 */
public record PoseSettings(HrNet layers, int batch, PersonAugmentation augmentation, long seed) {

    /** Checks the ranges. */
    public PoseSettings {
        requireNonNull(layers, "layers");
        requireNonNull(augmentation, "augmentation");
        if (batch < 1) {
            throw new IllegalArgumentException("the batch must be at least 1, got " + batch);
        }
    }
}
