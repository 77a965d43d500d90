package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.Augmentation;
import io.buyme.train.augment.BackdropMix;
import io.buyme.train.augment.ColorJitter;
import io.buyme.train.augment.Geometry;
import io.buyme.train.cam.CamSettings;
import io.buyme.train.loop.Schedule;
import java.util.List;

/**
 * How to train a network of activation maps.
 *
 * @param seed of all random numbers
 * @param schedule how weights change
 * @param batch pictures of a step
 * @param productShare share of them that are product pictures, if there are any
 * @param parts how often a photo is shown in part, as in the smaller windows, 0 to 1
 * @param sharpness of the pooling of maps to tags; 0 for global average pooling
 * @param size of the windows that the model looks at, in pixels
 */
public record CamRecipe(
        long seed, Schedule schedule, int batch, double productShare, double parts, double sharpness, int size) {

    /** From here on layers train from the start; before it in the last stage only. */
    private static final String FROM = "expanded_conv_9.add";

    /** Little is cut off, as an article that is gone would still be named. */
    private static final Augmentation AUGMENTATION = new Augmentation(
            new Geometry(0.5, 6, 0.05, 0.8, 1.15, 1.15),
            new ColorJitter(0.2, 0.2, 0.25, 6, 5),
            new BackdropMix(0, 0, 0, 0),
            0.2,
            0.1);

    /** Checks the ranges. */
    public CamRecipe {
        requireNonNull(schedule, "schedule");
        if (size < 32) {
            throw new IllegalArgumentException("want windows of at least 32 pixels, got " + size);
        }
    }

    /** Returns the recipe of this release: the later layers first, all of them in the last fifth of the epochs. */
    public static CamRecipe standard(int epochs, int size, double sharpness, long seed) {
        int last = Math.max(1, Math.round(epochs / 5f));
        // A hair less, as an epoch belongs to the stage in which it begins.
        double until = Math.max(1e-6, (double) (epochs - last) / epochs - 1e-6);
        List<Schedule.Stage> stages = List.of(new Schedule.Stage(until, size, FROM), new Schedule.Stage(1, size, ""));
        Schedule schedule = new Schedule(epochs, stages, 2e-3, 0.03, 0.02, 0.15, 0.05, 0.03, 0.02, 5, 0.99, epochs);
        return new CamRecipe(seed, schedule, 16, 0.3, 0.6, sharpness, size);
    }

    CamSettings settings() {
        return new CamSettings(batch, productShare, parts, sharpness, AUGMENTATION, seed);
    }
}
