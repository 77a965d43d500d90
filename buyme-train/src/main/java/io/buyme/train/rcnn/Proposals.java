package io.buyme.train.rcnn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Turns what the proposal network says of anchors into regions to look at. */
final class Proposals {

    private final DetectorShape shape;
    private final Limits limits;
    private final Anchors anchors;

    Proposals(DetectorShape shape, Limits limits, Anchors anchors) {
        this.shape = shape;
        this.limits = limits;
        this.anchors = anchors;
    }

    /**
     * Returns regions, best first.
     *
     * @param objectness a logit for each anchor
     * @param deltas four numbers for each anchor
     */
    List<Rect> of(float[] objectness, float[] deltas) {
        List<Rect> candidates = IntStream.range(0, objectness.length)
                .boxed()
                // Stable, so that of equal logits the first comes first, as in ONNX.
                .sorted(Comparator.comparingDouble(anchor -> -objectness[anchor]))
                .limit(limits.candidates())
                .map(anchor -> BoxCoder.PLAIN
                        .decode(anchors.boxes().get(anchor), deltas, anchor * BoxCoder.LENGTH)
                        .clip(shape.width(), shape.height()))
                .toList();
        return NonMaximumSuppression.kept(candidates, limits.proposalIou(), limits.proposals()).stream()
                .map(candidates::get)
                .toList();
    }

    /** Collects the numbers of anchors from the sheet of one picture. */
    float[] fromSheet(float[] sheet, int perAnchor) {
        float[] numbers = new float[anchors.boxes().size() * perAnchor];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = sheet[anchors.onSheet(i / perAnchor, perAnchor, i % perAnchor)];
        }
        return numbers;
    }
}
