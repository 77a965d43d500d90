package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.onnx.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lists of boxes, labels, scores and masks with suppression done inside, as torchvision, the Mask R-CNN of the ONNX
 * model zoo, and BuyMe's own two-stage models put them out: {@code boxes} [D,4] as left, top, right, bottom in pixels of
 * the canvas; {@code labels} [D]; {@code scores} [D]; and optionally {@code masks} [D,1,h,w] of probabilities, over the
 * box, or over the canvas if they are as large as that.
 */
final class BoxListReader implements OutputReader {

    private final String boxes;
    private final String labels;
    private final String scores;
    private final Optional<String> masks;

    private BoxListReader(String boxes, String labels, String scores, Optional<String> masks) {
        this.boxes = boxes;
        this.labels = labels;
        this.scores = scores;
        this.masks = masks;
    }

    /** Returns a reader for outputs of these names; or, as exports often lose them, of these shapes. */
    static Optional<OutputReader> find(Probe probe) {
        Optional<String> boxes = probe.named("boxes").or(() -> probe.shaped(true, s -> s.size() == 2 && s.get(1) == 4));
        Optional<String> labels = probe.named("labels").or(() -> probe.shaped(false, s -> s.size() == 1));
        Optional<String> scores = probe.named("scores").or(() -> probe.shaped(true, s -> s.size() == 1));
        Optional<String> masks = probe.named("masks")
                .or(() -> probe.shaped(true, s -> s.size() == 4 && s.get(1) == 1))
                .filter(name -> isMasks(probe.shape(name)));
        boolean fits = boxes.filter(name -> isBoxes(probe.shape(name))).isPresent()
                && labels.filter(name -> probe.shape(name).size() == 1).isPresent()
                && scores.filter(name -> probe.shape(name).size() == 1).isPresent();
        return fits ? Optional.of(new BoxListReader(boxes.get(), labels.get(), scores.get(), masks)) : Optional.empty();
    }

    @Override
    public void read(Map<String, Tensor> outputs, Findings findings) {
        Tensor corners = Probe.tensor(outputs, boxes);
        int count = corners.size(0);
        FloatBuffer at = corners.values();
        FloatBuffer numbers = Probe.tensor(outputs, labels, 0, count).values();
        FloatBuffer certainty = Probe.tensor(outputs, scores, 0, count).values();
        Optional<Tensor> maps = masks.map(name -> Probe.tensor(outputs, name, 0, count));
        for (int i = 0; i < count; i++) {
            int box = i;
            findings.add(
                    (int) numbers.get(i),
                    certainty.get(i),
                    at.get(4 * i),
                    at.get(4 * i + 1),
                    at.get(4 * i + 2),
                    at.get(4 * i + 3),
                    maps.map(map -> shape(map, box, findings.view())).orElse(Shape.NONE));
        }
    }

    /** Returns the shape that one of many maps gives: over its box, or over the canvas. */
    static Shape shape(Tensor maps, int index, View view) {
        int axes = maps.shape().size();
        int height = maps.size(axes - 2);
        int width = maps.size(axes - 1);
        boolean overCanvas = width == view.canvasWidth() && height == view.canvasHeight();
        return (whole, visible) -> {
            Box where = overCanvas ? view.region() : whole;
            return new PastedMask(maps.row(index), width, height).over(where, visible);
        };
    }

    private static boolean isBoxes(List<Long> shape) {
        return shape.size() == 2 && shape.get(1) == 4;
    }

    private static boolean isMasks(List<Long> shape) {
        return shape.size() == 3 || (shape.size() == 4 && shape.get(1) == 1);
    }
}
