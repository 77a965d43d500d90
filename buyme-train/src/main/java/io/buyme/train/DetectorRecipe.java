package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.dense.DenseObjectives;
import io.buyme.train.loop.Schedule;
import io.buyme.train.loop.Schedule.Stage;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that decides how a detector comes out, apart from the photos. Written beside each model.
 *
 * @param seed of all random numbers
 * @param objectives what to train for
 * @param batch pictures of a step
 * @param heightPerWidth of the pictures
 * @param augmentation how photos are varied
 * @param schedule how weights change; sizes of its stages are widths
 */
public record DetectorRecipe(
        long seed,
        DenseObjectives objectives,
        int batch,
        int heightPerWidth,
        SceneAugmentation augmentation,
        Schedule schedule) {

    /** Of MobileNetV2: what is before finds edges and simple patterns, which clothes share with all else. */
    private static final String LATER_LAYERS = "expanded_conv_5.add";

    /** Checks that nothing is missing. */
    public DetectorRecipe {
        requireNonNull(objectives, "objectives");
        requireNonNull(augmentation, "augmentation");
        requireNonNull(schedule, "schedule");
    }

    /**
     * Returns the recipe of the detector that comes with BuyMe.
     *
     * @param epochs how many at most
     * @param width of the pictures in the end, in pixels; they are twice as high
     */
    public static DetectorRecipe standard(int epochs, int width) {
        List<Stage> stages = List.of(
                new Stage(0.5, Schedule.reduced(width), LATER_LAYERS),
                new Stage(0.92, width, LATER_LAYERS),
                new Stage(1, width, ""));
        Schedule schedule = Schedule.standard(epochs, stages, 0.99);
        return new DetectorRecipe(1, DenseObjectives.standard(), 8, 2, SceneAugmentation.standard(), schedule);
    }

    /**
     * Reads a recipe that was written beside a model.
     *
     * @throws BuyMeException if the file cannot be read or is no recipe
     */
    public static DetectorRecipe read(Path file) {
        return RecipeJson.read(file, DetectorRecipe.class);
    }

    /** Returns this recipe with another seed. */
    public DetectorRecipe withSeed(long other) {
        return new DetectorRecipe(other, objectives, batch, heightPerWidth, augmentation, schedule);
    }
}
