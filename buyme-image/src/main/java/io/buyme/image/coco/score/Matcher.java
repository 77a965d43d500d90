package io.buyme.image.coco.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs the detections of one category in one picture with its annotations: the surest detection first, each with the
 * annotation that it overlaps most of those still free, and of two alike with the later one.
 */
final class Matcher {

    /** An overlap of exactly 1 may be computed as a little less. */
    private static final double ALMOST_ALL = 1 - 1e-10;

    private final List<Annotated> annotated;
    private final List<Double> scores;
    private final double[] areas;
    private final double[][] overlaps;

    /**
     * Measures all overlaps.
     *
     * @param detected best first
     * @param scores of these
     */
    Matcher(List<Annotated> annotated, List<Shape> detected, List<Double> scores) {
        this.annotated = annotated;
        this.scores = scores;
        this.areas = detected.stream().mapToDouble(Shape::area).toArray();
        this.overlaps = detected.stream()
                .map(shape -> annotated.stream()
                        .mapToDouble(a -> shape.overlap(a.shape(), a.crowd()))
                        .toArray())
                .toArray(double[][]::new);
    }

    Matches match(AreaRange range) {
        List<Integer> toFind = which(range, false);
        List<Integer> others = which(range, true);
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (double threshold : Thresholds.IOU) {
            outcomes.add(match(Math.min(threshold, ALMOST_ALL), toFind, others, range));
        }
        return new Matches(toFind.size(), scores, outcomes);
    }

    private List<Integer> which(AreaRange range, boolean ignored) {
        return IntStream.range(0, annotated.size())
                .filter(a -> annotated.get(a).isIgnored(range) == ignored)
                .boxed()
                .toList();
    }

    private List<Outcome> match(double threshold, List<Integer> toFind, List<Integer> others, AreaRange range) {
        List<Integer> free = new ArrayList<>(toFind);
        List<Integer> freeOthers = new ArrayList<>(others);
        List<Outcome> outcomes = new ArrayList<>();
        for (int detection = 0; detection < areas.length; detection++) {
            int found = nearest(detection, free, threshold);
            if (found >= 0) {
                free.remove(found);
                outcomes.add(Outcome.RIGHT);
                continue;
            }
            int other = nearest(detection, freeOthers, threshold);
            if (other >= 0 && !annotated.get(freeOthers.get(other)).crowd()) {
                freeOthers.remove(other);
            }
            outcomes.add(other >= 0 || !range.contains(areas[detection]) ? Outcome.IGNORED : Outcome.WRONG);
        }
        return Collections.unmodifiableList(outcomes);
    }

    /** Returns the place in the list of the annotation that overlaps most, or -1 if none does enough. */
    private int nearest(int detection, List<Integer> candidates, double threshold) {
        double most = threshold;
        int nearest = -1;
        for (int i = 0; i < candidates.size(); i++) {
            double overlap = overlaps[detection][candidates.get(i)];
            if (overlap >= most) {
                most = overlap;
                nearest = i;
            }
        }
        return nearest;
    }
}
