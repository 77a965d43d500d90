package io.buyme.detect;

import io.buyme.onnx.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what models of TensorFlow's Object Detection API put out: {@code detection_boxes} [1,N,4] as top, left, bottom,
 * right in shares of the canvas; {@code detection_scores} and {@code detection_classes} [1,N]; optionally {@code
 * num_detections}, how many of them count, and {@code detection_masks} [1,N,h,w].
 */
final class TensorFlowReader implements OutputReader {

    private final String boxes;
    private final String classes;
    private final String scores;
    private final Optional<String> count;
    private final Optional<String> masks;

    private TensorFlowReader(
            String boxes, String classes, String scores, Optional<String> count, Optional<String> masks) {
        this.boxes = boxes;
        this.classes = classes;
        this.scores = scores;
        this.count = count;
        this.masks = masks;
    }

    static Optional<OutputReader> find(Probe probe) {
        Optional<String> boxes =
                probe.named("detection_boxes").filter(name -> probe.shape(name).size() == 3);
        Optional<String> classes = list(probe, "detection_classes");
        Optional<String> scores = list(probe, "detection_scores");
        if (boxes.isEmpty() || classes.isEmpty() || scores.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> masks =
                probe.named("detection_masks").filter(name -> probe.shape(name).size() == 4);
        return Optional.of(
                new TensorFlowReader(boxes.get(), classes.get(), scores.get(), probe.named("num_detections"), masks));
    }

    @Override
    public void read(Map<String, Tensor> outputs, Findings findings) {
        Tensor corners = Probe.tensor(outputs, boxes);
        int rows = corners.size(1);
        FloatBuffer at = corners.values();
        FloatBuffer numbers = Probe.tensor(outputs, classes, 1, rows).values();
        FloatBuffer certainty = Probe.tensor(outputs, scores, 1, rows).values();
        Optional<Tensor> maps = masks.map(name -> perBox(Probe.tensor(outputs, name, 1, rows)));
        double width = findings.view().canvasWidth();
        double height = findings.view().canvasHeight();
        for (int i = 0; i < Math.min(rows, valid(outputs, rows)); i++) {
            int box = i;
            findings.add(
                    Math.round(numbers.get(i)),
                    certainty.get(i),
                    at.get(4 * i + 1) * width,
                    at.get(4 * i) * height,
                    at.get(4 * i + 3) * width,
                    at.get(4 * i + 2) * height,
                    maps.map(map -> BoxListReader.shape(map, box, findings.view()))
                            .orElse(Shape.NONE));
        }
    }

    private int valid(Map<String, Tensor> outputs, int rows) {
        return count.map(name -> Probe.tensor(outputs, name).values())
                .filter(FloatBuffer::hasRemaining)
                .map(values -> Math.round(values.get(0)))
                .orElse(rows);
    }

    private static Tensor perBox(Tensor masks) {
        return Tensor.over(masks.values(), masks.size(1), masks.size(2), masks.size(3));
    }

    private static Optional<String> list(Probe probe, String name) {
        Optional<String> output = probe.named(name);
        return output.filter(o -> probe.shape(o).size() == 2);
    }
}
