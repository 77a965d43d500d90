package io.buyme.image.coco.score;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The numbers at which the evaluation of COCO looks. */
final class Thresholds {

    /** Intersection over union from which on a detection is right: 0.50, 0.55 and so on to 0.95. */
    static final List<Double> IOU = spaced(0.5, 0.95, 10);
    /** Recall at which precision is read: 0.00, 0.01 and so on to 1.00. */
    static final List<Double> RECALL = spaced(0, 1, 101);

    static final int IOU_50 = 0;
    static final int IOU_75 = 5;

    private Thresholds() {}

    /** Rounds as NumPy's linspace does: a recall that is just on a threshold has to be on the same side of it. */
    private static List<Double> spaced(double first, double last, int count) {
        double step = (last - first) / (count - 1);
        return DoubleStream.concat(
                        IntStream.range(0, count - 1).mapToDouble(i -> i * step + first), DoubleStream.of(last))
                .boxed()
                .toList();
    }
}
