package io.buyme.detect;

import io.buyme.onnx.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a map that gives a class to every place: [1,C,h,w], logits or probabilities, of any size, with one channel a
 * label or one more for a background in front; or [1,h,w] of class numbers. Each connected piece of a class is a box; its
 * score is the mean probability of its pixels, and 1 if the map has only numbers, as then nothing else is known.
 */
final class SegmentationReader implements OutputReader {

    private final String output;
    private final boolean numbers;
    private final int hidden;

    private SegmentationReader(String output, boolean numbers, int hidden) {
        this.output = output;
        this.numbers = numbers;
        this.hidden = hidden;
    }

    static Optional<OutputReader> find(Probe probe) {
        Optional<OutputReader> channels = probe.shaped(
                        true, s -> s.size() == 4 && s.get(1) - probe.labels() >= 0 && s.get(1) - probe.labels() <= 1)
                .map(name -> new SegmentationReader(
                        name, false, Math.toIntExact(probe.shape(name).get(1)) - probe.labels()));
        return channels.or(() ->
                probe.shaped(false, SegmentationReader::isMap).map(name -> new SegmentationReader(name, true, 0)));
    }

    @Override
    public void read(Map<String, Tensor> outputs, Findings findings) {
        Tensor tensor = Probe.tensor(outputs, output);
        if (numbers) {
            readNumbers(tensor, findings);
        } else {
            readChannels(ClassMap.of(tensor), findings);
        }
    }

    @Override
    public boolean readsMeans() {
        return !numbers;
    }

    private void readChannels(ClassMap map, Findings findings) {
        PixelClasses pixels = PixelClasses.of(map, findings.view());
        PieceCertainty certainty = new PieceCertainty(map, -1, pixels);
        Pieces.of(pixels, c -> c >= hidden && isArticle(findings, c - hidden)).forEach((category, pieces) -> {
            for (Piece piece : pieces) {
                List<Piece> one = List.of(piece);
                findings.add(category - hidden, certainty.of(one), Piece.mask(one, pixels));
            }
        });
        noteBroken(map, findings);
    }

    private static void readNumbers(Tensor tensor, Findings findings) {
        int axes = tensor.shape().size();
        float[] values = tensor.toArray();
        short[] classes = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            classes[i] = (short) values[i];
        }
        PixelClasses pixels =
                PixelClasses.ofNearest(classes, tensor.size(axes - 1), tensor.size(axes - 2), findings.view());
        Pieces.of(pixels, c -> isArticle(findings, c))
                .forEach((category, pieces) ->
                        pieces.forEach(piece -> findings.add(category, 1, Piece.mask(List.of(piece), pixels))));
    }

    /** Says so if a map has values that are no numbers. */
    static void noteBroken(ClassMap map, Findings findings) {
        int broken = map.broken();
        if (broken > 0) {
            findings.note("%d of %d places of the model's map have values that are no numbers"
                    .formatted(broken, map.width() * map.height()));
        }
    }

    private static boolean isArticle(Findings findings, int number) {
        return findings.label(number).superCategory().isPresent();
    }

    private static boolean isMap(List<Long> shape) {
        return shape.size() == 3 || (shape.size() == 4 && shape.get(1) == 1);
    }
}
