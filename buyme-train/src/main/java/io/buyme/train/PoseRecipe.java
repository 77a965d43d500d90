package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.PersonAugmentation;
import io.buyme.train.loop.Schedule;
import io.buyme.train.net.HrNet;
import io.buyme.train.pose.PoseSettings;
import java.util.List;

/**
 * How to train a network that finds joints.
 *
 * @param seed of all random numbers
 * @param layers of the network
 * @param schedule how weights change; its sizes are widths, multiples of 96
 * @param batch pictures of a step
 * @param augmentation how people are varied
 */
public record PoseRecipe(long seed, HrNet layers, Schedule schedule, int batch, PersonAugmentation augmentation) {

    /** Width of the pictures that the model takes in the end, in pixels; they are 256 high. */
    public static final int WIDTH = 192;

    /** Four times as many pictures can be seen in the same time at half the size. */
    private static final double SMALL = 0.4;

    /** Checks that nothing is missing. */
    public PoseRecipe {
        requireNonNull(layers, "layers");
        requireNonNull(schedule, "schedule");
        requireNonNull(augmentation, "augmentation");
    }

    /** Returns the recipe of this release: small pictures first, then whole ones. */
    public static PoseRecipe standard(int epochs, long seed) {
        List<Schedule.Stage> stages =
                List.of(new Schedule.Stage(SMALL, WIDTH / 2, ""), new Schedule.Stage(1, WIDTH, ""));
        Schedule schedule = new Schedule(epochs, stages, 2e-3, 0.03, 0.01, 1, 1, 0, 1e-2, 5, 0.995, epochs);
        return new PoseRecipe(seed, HrNet.small(), schedule, 16, PersonAugmentation.standard());
    }

    PoseSettings settings() {
        return new PoseSettings(layers, batch, augmentation, seed);
    }
}
