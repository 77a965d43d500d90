package io.buyme.image.coco.score;

import static java.util.Objects.requireNonNull;

import io.buyme.image.coco.CocoCategory;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How well the annotations of one category were found. Figures are 0 to 1, and empty without annotations. Immutable. */
public final class CategoryScore {

    private final CocoCategory category;
    private final Map<AreaRange, RangeScore> ranges;

    CategoryScore(CocoCategory category, Map<AreaRange, RangeScore> ranges) {
        this.category = requireNonNull(category, "category");
        this.ranges = Map.copyOf(ranges);
    }

    /** Returns the category. */
    public CocoCategory category() {
        return category;
    }

    /** Returns how many annotations there were to find. */
    public int annotations() {
        RangeScore all = ranges.get(AreaRange.ALL);
        return all == null ? 0 : all.annotations();
    }

    /** Returns the average precision, mean over the IoU thresholds from 0.50 to 0.95. */
    public OptionalDouble ap() {
        return ap(AreaRange.ALL);
    }

    /** Returns the average precision at an IoU of 0.50 or more. */
    public OptionalDouble ap50() {
        return precision(Thresholds.IOU_50);
    }

    /** Returns the average precision at an IoU of 0.75 or more. */
    public OptionalDouble ap75() {
        return precision(Thresholds.IOU_75);
    }

    /** Returns the average precision for annotations of this area. */
    public OptionalDouble ap(AreaRange range) {
        return mean(range, RangeScore::precisions);
    }

    /** Returns the average recall: the share that was found, mean over the IoU thresholds from 0.50 to 0.95. */
    public OptionalDouble ar() {
        return ar(AreaRange.ALL);
    }

    /** Returns the average recall for annotations of this area. */
    public OptionalDouble ar(AreaRange range) {
        return mean(range, RangeScore::recalls);
    }

    private OptionalDouble precision(int threshold) {
        RangeScore all = ranges.get(AreaRange.ALL);
        return all == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(all.precisions().get(threshold));
    }

    private OptionalDouble mean(AreaRange range, Function<RangeScore, List<Double>> figures) {
        RangeScore score = ranges.get(range);
        return score == null
                ? OptionalDouble.empty()
                : figures.apply(score).stream().mapToDouble(Double::doubleValue).average();
    }
}
