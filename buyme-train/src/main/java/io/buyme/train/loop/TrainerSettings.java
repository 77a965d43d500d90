package io.buyme.train.loop;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.PixelScale;
import io.buyme.train.net.Backbone;
import io.buyme.train.objective.Objectives;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to train.
 *
 * @param backbone of the network
 * @param shape of the rest of the network
 * @param objectives what to train for
 * @param batching how batches are put together
 * @param augmentation how pictures are varied
 * @param scale how pixels become inputs
 * @param schedule how weights change
 * @param seed of all random numbers
 * @param budget of time, over all sittings; the learning rate then falls with whatever is spent first, time or epochs
 * @param saveEvery time between checkpoints inside an epoch; there is always one at the end of an epoch
 * @param folder for checkpoints
 * @param run names recipe and data, so that checkpoints of others are refused
 */
public record TrainerSettings(
        Backbone backbone,
        NetworkShape shape,
        Objectives objectives,
        Batching batching,
        Augmentation augmentation,
        PixelScale scale,
        Schedule schedule,
        long seed,
        Optional<Duration> budget,
        Duration saveEvery,
        Path folder,
        String run) {

    /** Checks that nothing is missing. */
    public TrainerSettings {
        requireNonNull(backbone, "backbone");
        requireNonNull(shape, "shape");
        requireNonNull(objectives, "objectives");
        requireNonNull(batching, "batching");
        requireNonNull(augmentation, "augmentation");
        requireNonNull(scale, "scale");
        requireNonNull(schedule, "schedule");
        requireNonNull(budget, "budget");
        requireNonNull(saveEvery, "saveEvery");
        requireNonNull(folder, "folder");
        requireNonNull(run, "run");
    }
}
