package io.buyme.image.coco;

import io.buyme.api.Mask;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The outlines of an object's parts. A pixel belongs to the object if its centre lies in one of them; along an outline
 * that may differ by a pixel from what the COCO tools draw.
 *
 * @param width of the picture
 * @param height of the picture
 * @param outlines each x, y, x, y... in pixels of the picture, from its upper left corner; three points or more
 */
public record Polygons(int width, int height, List<List<Double>> outlines) implements Segmentation {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the picture has no pixels, there is no outline, or one is none
     */
    public Polygons {
        PixelBits.checkSize(width, height);
        outlines = outlines.stream().map(List::copyOf).toList();
        if (outlines.isEmpty()) {
            throw new IllegalArgumentException("no outline");
        }
        outlines.forEach(Polygons::check);
    }

    private static void check(List<Double> outline) {
        if (outline.size() < 6 || outline.size() % 2 != 0) {
            throw new IllegalArgumentException("an outline has three points or more of two numbers each, got %d numbers"
                    .formatted(outline.size()));
        }
        if (!outline.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("an outline has a number that is not finite");
        }
    }

    @Override
    public Mask mask() {
        BitSet pixels = new BitSet();
        for (List<Double> outline : outlines) {
            for (int y = 0; y < height; y++) {
                fillRow(outline, y, pixels);
            }
        }
        return PixelBits.mask(pixels, height);
    }

    /** Between an odd and the next even crossing of the line through the pixels' centres it is inside. */
    private void fillRow(List<Double> outline, int y, BitSet pixels) {
        double[] crossings = crossings(outline, y + 0.5);
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            int from = (int) Math.max(0, Math.ceil(crossings[i] - 0.5));
            int to = (int) Math.min(width, Math.ceil(crossings[i + 1] - 0.5));
            for (int x = from; x < to; x++) {
                pixels.set(x * height + y);
            }
        }
    }

    private static double[] crossings(List<Double> outline, double line) {
        double[] found = new double[outline.size() / 2];
        int count = 0;
        for (int i = 0; i < outline.size(); i += 2) {
            int next = (i + 2) % outline.size();
            double y0 = outline.get(i + 1);
            double y1 = outline.get(next + 1);
            if (y0 <= line != y1 <= line) {
                double share = (line - y0) / (y1 - y0);
                found[count++] = outline.get(i) + share * (outline.get(next) - outline.get(i));
            }
        }
        double[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
