package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The area under the curve of precision over recall, boxes counting as found from an overlap of 0.5 on: what training goes
 * by. Published figures come from {@code buyme evaluate detect}.
 */
final class AveragePrecision {

    private static final double SAME = 0.5;

    private AveragePrecision() {}

    private record Ranked(int picture, RawDetection detection) {}

    /** Returns the mean over the categories that there are; one list a picture. */
    static double mean(List<List<RawDetection>> found, List<List<Target>> wanted) {
        return wanted.stream()
                .flatMap(List::stream)
                .map(Target::label)
                .distinct()
                .mapToDouble(label -> of(label, found, wanted))
                .average()
                .orElse(0);
    }

    /** Returns the average precision of a category. */
    static double of(int label, List<List<RawDetection>> found, List<List<Target>> wanted) {
        List<Ranked> ranked = IntStream.range(0, found.size())
                .boxed()
                .flatMap(picture -> found.get(picture).stream()
                        .filter(detection -> detection.label() == label)
                        .map(detection -> new Ranked(picture, detection)))
                .sorted(Comparator.comparingDouble(one -> -one.detection().score()))
                .toList();
        long all = wanted.stream()
                .flatMap(List::stream)
                .filter(target -> target.label() == label)
                .count();
        Set<Target> taken = new HashSet<>();
        List<Double> precisions = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            Ranked one = ranked.get(i);
            boolean hit = wanted.get(one.picture()).stream()
                    .filter(target -> target.label() == label && !taken.contains(target))
                    .filter(target -> target.rect().iou(one.detection().box()) >= SAME)
                    .max(Comparator.comparingDouble(
                            target -> target.rect().iou(one.detection().box())))
                    .map(taken::add)
                    .orElse(false);
            if (hit) {
                precisions.add((precisions.size() + 1.0) / (i + 1));
            }
        }
        return all == 0 ? 0 : sumOfBest(precisions) / all;
    }

    /** From behind: the precision at a recall is the best at that or any higher one. */
    private static double sumOfBest(List<Double> precisions) {
        double sum = 0;
        double best = 0;
        for (int i = precisions.size() - 1; i >= 0; i--) {
            best = Math.max(best, precisions.get(i));
            sum += best;
        }
        return sum;
    }
}
