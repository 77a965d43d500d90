package io.buyme.train.dense;

import io.buyme.train.data.PixelClasses;
import io.buyme.train.data.Scene;
import java.util.Arrays;
import java.util.List;

/** Weighs classes by how rare they are. */
final class ClassBalance {

    /** A pixel in so many columns and rows is enough to count. */
    private static final int STEP = 3;

    private static final double LEAST = 0.2;
    private static final double MOST = 4;

    private ClassBalance() {}

    /**
     * Returns a weight for each class: 1 for the one of median frequency.
     *
     * @param power of how much rarer than that one it is
     */
    static List<Double> weights(List<Scene> scenes, PixelClasses classes, double power) {
        double[] counts = new double[classes.size()];
        Arrays.fill(counts, 1);
        for (Scene scene : scenes) {
            for (int y = 0; y < scene.height(); y += STEP) {
                for (int x = 0; x < scene.width(); x += STEP) {
                    int label = scene.label(x, y);
                    if (label >= 0) {
                        counts[label]++;
                    }
                }
            }
        }
        double median = Arrays.stream(counts).sorted().toArray()[counts.length / 2];
        return Arrays.stream(counts)
                .map(count -> Math.min(MOST, Math.max(LEAST, Math.pow(median / count, power))))
                .boxed()
                .toList();
    }
}
