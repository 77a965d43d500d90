package io.buyme.detect;

import io.buyme.onnx.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads BuyMe's own dense models: {@code pixels} [1,B+C,h,w], logits at each place of what is no article (the background
 * first, then perhaps skin and hair) and of the categories; and
 * {@code presence} [1,C], logits of whether the person wears such a thing at all. A category has the pixels at which its
 * logit, blended between places, is largest, without specks; all of them together are one box.
 *
 * <p>Its score is the geometric mean of two probabilities, {@code sqrt(presence * certainty)}, the second being the mean
 * of its pixels after softmax: low if either is, and one half if both are. That is what a label's Platt scaling is
 * applied to.
 */
final class DenseReader implements OutputReader {

    private static final String PIXELS = "pixels";
    private static final String PRESENCE = "presence";
    private static final int BACKGROUND = 0;
    /** A thing that is likely there although it won no pixel is worth a note. */
    private static final double LIKELY = 0.5;

    private final int firstCategory;

    private DenseReader(int firstCategory) {
        this.firstCategory = firstCategory;
    }

    static Optional<OutputReader> find(Probe probe) {
        boolean fits = probe.named(PIXELS).equals(Optional.of(PIXELS))
                && probe.named(PRESENCE).equals(Optional.of(PRESENCE))
                && probe.shape(PIXELS).size() == 4
                && probe.shape(PIXELS).get(1) > probe.labels()
                && probe.shape(PRESENCE).size() == 2
                && probe.shape(PRESENCE).get(1) == probe.labels();
        return fits
                ? Optional.of(
                        new DenseReader(Math.toIntExact(probe.shape(PIXELS).get(1) - probe.labels())))
                : Optional.empty();
    }

    @Override
    public void read(Map<String, Tensor> outputs, Findings findings) {
        ClassMap map = ClassMap.of(Probe.tensor(outputs, PIXELS));
        FloatBuffer presence = Probe.tensor(outputs, PRESENCE).values();
        PixelClasses pixels = PixelClasses.of(map, findings.view());
        PieceCertainty certainty = new PieceCertainty(map, BACKGROUND, pixels);
        Map<Integer, List<Piece>> found = Pieces.of(pixels, category -> category >= firstCategory);
        found.forEach((category, pieces) -> findings.add(
                category - firstCategory,
                score(sigmoid(presence.get(category - firstCategory)), certainty.of(pieces)),
                Piece.mask(pieces, pixels)));
        for (int i = 0; i < presence.limit(); i++) {
            if (sigmoid(presence.get(i)) >= LIKELY && !found.containsKey(i + firstCategory)) {
                findings.note("%s seems to be there (%.2f), but no pixel of it was found"
                        .formatted(findings.label(i).name(), sigmoid(presence.get(i))));
            }
        }
        SegmentationReader.noteBroken(map, findings);
    }

    @Override
    public boolean readsMeans() {
        return true;
    }

    static double score(double presence, double certainty) {
        return Math.sqrt(presence * certainty);
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
