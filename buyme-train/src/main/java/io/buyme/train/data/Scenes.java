package io.buyme.train.data;

import static java.util.Objects.requireNonNull;

import io.buyme.api.BuyMeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotated photos of people.
 *
 * @param classes what a pixel can show
 * @param training to learn from
 * @param checking never learned from
 * @param skipped a line for each photo that could not be read
 */
public record Scenes(PixelClasses classes, List<Scene> training, List<Scene> checking, List<String> skipped) {

    /**
     * Copies the lists.
     *
     * @throws BuyMeException if there is nothing to learn from or nothing to check with
     */
    public Scenes {
        requireNonNull(classes, "classes");
        training = List.copyOf(training);
        checking = List.copyOf(checking);
        skipped = List.copyOf(skipped);
        if (training.isEmpty() || checking.isEmpty()) {
            throw new BuyMeException(
                    "want annotated photos to learn from and to check with, found %d and %d; skipped: %s"
                            .formatted(training.size(), checking.size(), skipped));
        }
    }

    /** Returns these with more to learn from. */
    public Scenes with(List<Scene> more, List<String> moreSkipped) {
        List<Scene> all = new ArrayList<>(training);
        all.addAll(more);
        List<String> lines = new ArrayList<>(skipped);
        lines.addAll(moreSkipped);
        return new Scenes(classes, all, checking, lines);
    }
}
