package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import io.buyme.train.augment.Augmentation;
import io.buyme.train.loop.Batching;
import io.buyme.train.loop.NetworkShape;
import io.buyme.train.loop.Schedule;
import io.buyme.train.objective.Objectives;
import java.nio.file.Path;

/**
 * Everything that decides how an embedder comes out, apart from the pictures. Written beside each model.
 *
 * @param seed of all random numbers
 * @param shape of the network behind its backbone
 * @param objectives what to train for
 * @param batching how batches are put together
 * @param augmentation how pictures are varied
 * @param schedule how weights change
 * @param tagsFrom how many pictures must have a tag for it to be learned
 */
public record Recipe(
        long seed,
        NetworkShape shape,
        Objectives objectives,
        Batching batching,
        Augmentation augmentation,
        Schedule schedule,
        int tagsFrom) {

    /** Of MobileNetV2: what is before finds edges and simple patterns, which clothes share with all else. */
    private static final String LATER_LAYERS = "expanded_conv_5.add";

    /** Checks that nothing is missing. */
    public Recipe {
        requireNonNull(shape, "shape");
        requireNonNull(objectives, "objectives");
        requireNonNull(batching, "batching");
        requireNonNull(augmentation, "augmentation");
        requireNonNull(schedule, "schedule");
        if (tagsFrom < 1) {
            throw new IllegalArgumentException("tagsFrom must be at least 1, got " + tagsFrom);
        }
    }

    /**
     * Returns the recipe of the embedder that comes with BuyMe.
     *
     * @param epochs how many at most
     * @param size of the pictures in the end, in pixels
     */
    public static Recipe standard(int epochs, int size) {
        return new Recipe(
                1,
                NetworkShape.standard(),
                Objectives.standard(),
                Batching.standard(),
                Augmentation.standard(),
                Schedule.standard(epochs, size, LATER_LAYERS),
                15);
    }

    /**
     * Reads a recipe that was written beside a model.
     *
     * @throws BuyMeException if the file cannot be read or is no recipe
     */
    public static Recipe read(Path file) {
        return RecipeJson.read(file, Recipe.class);
    }

    /** Returns this recipe with another seed. */
    public Recipe withSeed(long other) {
        return new Recipe(other, shape, objectives, batching, augmentation, schedule, tagsFrom);
    }

    /** Returns this recipe with another network behind the backbone. */
    public Recipe withShape(NetworkShape other) {
        return new Recipe(seed, other, objectives, batching, augmentation, schedule, tagsFrom);
    }

    /** Returns this recipe with other objectives. */
    public Recipe withObjectives(Objectives other) {
        return new Recipe(seed, shape, other, batching, augmentation, schedule, tagsFrom);
    }

    /** Returns this recipe with other batches. */
    public Recipe withBatching(Batching other) {
        return new Recipe(seed, shape, objectives, other, augmentation, schedule, tagsFrom);
    }

    /** Returns this recipe with another augmentation. */
    public Recipe withAugmentation(Augmentation other) {
        return new Recipe(seed, shape, objectives, batching, other, schedule, tagsFrom);
    }

    /** Returns this recipe with another schedule. */
    public Recipe withSchedule(Schedule other) {
        return new Recipe(seed, shape, objectives, batching, augmentation, other, tagsFrom);
    }
}
