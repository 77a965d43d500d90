package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.train.loop.Schedule;
import java.util.List;

/**
 * Everything that decides how the heads of a Mask R-CNN come out, apart from pyramid and pictures.
 *
 * @param seed of all random numbers
 * @param batch pictures of a step
 * @param dropout share of the box head's inputs that is left out while it learns
 * @param proposals how the proposal network learns
 * @param boxes how the box head learns
 * @param masks how the mask head learns
 */
public record HeadRecipe(long seed, int batch, double dropout, Schedule proposals, Schedule boxes, Schedule masks) {

    /** Checks the ranges. */
    public HeadRecipe {
        requireNonNull(proposals, "proposals");
        requireNonNull(boxes, "boxes");
        requireNonNull(masks, "masks");
        if (batch < 1 || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("want a batch of at least 1, a dropout of 0 to less than 1");
        }
    }

    /**
     * Returns the usual recipe.
     *
     * @param epochs of the box head; the others, which have less to learn, take two thirds of them
     * @param width of the pictures, in pixels
     */
    public static HeadRecipe standard(int epochs, int width, long seed) {
        int fewer = Math.max(1, epochs * 2 / 3);
        return new HeadRecipe(seed, 4, 0.3, schedule(fewer, width), schedule(epochs, width), schedule(fewer, width));
    }

    private static Schedule schedule(int epochs, int width) {
        List<Schedule.Stage> all = List.of(new Schedule.Stage(1, width, ""));
        return new Schedule(epochs, all, 1e-3, 0.03, 0.01, 1, 1, 0, 0.01, 5, 0.99, epochs);
    }

    Schedule schedule(HeadKind kind) {
        return switch (kind) {
            case PROPOSALS -> proposals;
            case BOXES -> boxes;
            case MASKS -> masks;
        };
    }
}
