package io.buyme.image.coco.score;

import io.buyme.image.coco.CocoCategory;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How well the annotations of a file were found. Figures are means over the categories that have annotations, 0 to 1, and
 * empty if none has.
 *
 * @param categories by category, in the order of their ids
 */
public record CocoScore(List<CategoryScore> categories) {

    /** Copies the list. */
    public CocoScore {
        categories = List.copyOf(categories);
    }

    /** Returns the score over some of the categories. */
    public CocoScore of(Predicate<CocoCategory> wanted) {
        return new CocoScore(categories.stream()
                .filter(score -> wanted.test(score.category()))
                .toList());
    }

    /** Returns AP, the average precision over the IoU thresholds from 0.50 to 0.95. */
    public OptionalDouble ap() {
        return mean(CategoryScore::ap);
    }

    /** Returns AP50, the average precision at an IoU of 0.50 or more. */
    public OptionalDouble ap50() {
        return mean(CategoryScore::ap50);
    }

    /** Returns AP75, the average precision at an IoU of 0.75 or more. */
    public OptionalDouble ap75() {
        return mean(CategoryScore::ap75);
    }

    /** Returns the average precision for annotations of this area. */
    public OptionalDouble ap(AreaRange range) {
        return mean(score -> score.ap(range));
    }

    /** Returns AR, the share that was found with up to 100 detections a picture, over the IoU thresholds. */
    public OptionalDouble ar() {
        return mean(CategoryScore::ar);
    }

    /** Returns the average recall for annotations of this area. */
    public OptionalDouble ar(AreaRange range) {
        return mean(score -> score.ar(range));
    }

    private OptionalDouble mean(Function<CategoryScore, OptionalDouble> figure) {
        return categories.stream()
                .map(figure)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }
}
