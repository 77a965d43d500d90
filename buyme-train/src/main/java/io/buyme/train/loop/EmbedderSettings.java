package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.net.Backbone;
import io.buyme.train.objective.Objectives;

/**
 * How to train an embedder.
 *
 * @param backbone of the network
 * @param shape of the rest of the network
 * @param objectives what to train for
 * @param batching how batches are put together
 * @param augmentation how pictures are varied
 * @param scale how pixels become inputs
 * @param seed of all random numbers
 */
public record EmbedderSettings(
        Backbone backbone,
        NetworkShape shape,
        Objectives objectives,
        Batching batching,
        Augmentation augmentation,
        PixelScale scale,
        long seed) {

    /** Checks that nothing is missing. */
    public EmbedderSettings {
        requireNonNull(backbone, "backbone");
        requireNonNull(shape, "shape");
        requireNonNull(objectives, "objectives");
        requireNonNull(batching, "batching");
        requireNonNull(augmentation, "augmentation");
        requireNonNull(scale, "scale");
    }
}
