package io.buyme.image.coco.score;

import java.util.List;

/**
 * How well the annotations of one category and area range were found.
 *
 * @param annotations how many there were to find; one or more
 * @param precisions average precision at each IoU threshold, 0.50 to 0.95 in steps of 0.05
 * @param recalls share of the annotations that was found at all, at each IoU threshold
 */
record RangeScore(int annotations, List<Double> precisions, List<Double> recalls) {

    RangeScore {
        precisions = List.copyOf(precisions);
        recalls = List.copyOf(recalls);
    }
}
