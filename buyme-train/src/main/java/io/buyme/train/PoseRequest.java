package io.buyme.train;

import static java.util.Objects.requireNonNull;

import io.buyme.train.pose.PoseTeacher;
import java.nio.file.Path;
import java.util.List;

/**
 * What to train a network that finds joints from, and where to put the model.
 *
 * @param recipe how
 * @param photos folders of photos of people, of which nothing needs to be known
 * @param teacher says where the joints are
 * @param run where to, from where, how long
 */
public record PoseRequest(PoseRecipe recipe, List<Path> photos, PoseTeacher teacher, RunOptions run) {

    /** Copies the list and checks that nothing is missing. */
    public PoseRequest {
        requireNonNull(recipe, "recipe");
        photos = List.copyOf(photos);
        requireNonNull(teacher, "teacher");
        requireNonNull(run, "run");
    }
}
