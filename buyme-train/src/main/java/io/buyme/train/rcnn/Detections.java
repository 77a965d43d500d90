package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Turns what the box head says of regions into detections. */
final class Detections {

    private final DetectorShape shape;
    private final Limits limits;

    Detections(DetectorShape shape, Limits limits) {
        this.shape = shape;
        this.limits = limits;
    }

    /**
     * Returns detections, best first.
     *
     * @param logits for each region one of nothing, then one of each category
     * @param deltas four numbers for each region
     */
    List<RawDetection> of(List<Rect> regions, float[] logits, float[] deltas) {
        List<Rect> boxes = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            boxes.add(BoxCoder.FINE
                    .decode(regions.get(i), deltas, i * BoxCoder.LENGTH)
                    .clip(shape.width(), shape.height()));
            scores.add(probabilities(logits, i * (shape.categories() + 1)));
        }
        return IntStream.range(0, shape.categories())
                .boxed()
                .flatMap(label -> ofCategory(label, boxes, scores).stream())
                .sorted(Comparator.comparingDouble(RawDetection::score).reversed())
                .limit(limits.detections())
                .toList();
    }

    private List<RawDetection> ofCategory(int label, List<Rect> boxes, List<double[]> scores) {
        List<RawDetection> found = IntStream.range(0, boxes.size())
                .mapToObj(i -> new RawDetection(label, scores.get(i)[label + 1], boxes.get(i)))
                .filter(detection -> detection.score() > limits.score())
                .sorted(Comparator.comparingDouble(RawDetection::score).reversed())
                .toList();
        List<Rect> ranked = found.stream().map(RawDetection::box).toList();
        return NonMaximumSuppression.kept(ranked, limits.detectionIou(), limits.perCategory()).stream()
                .map(found::get)
                .toList();
    }

    private double[] probabilities(float[] logits, int from) {
        double[] values = new double[shape.categories() + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            most = Math.max(most, logits[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(logits[from + i] - most);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return values;
    }
}
