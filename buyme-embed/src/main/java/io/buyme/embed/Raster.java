package io.buyme.embed;

import io.buyme.api.Mask;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The pixels of an article at working size, in CIELAB. Pixels outside of the article have weight 0 and no colour.
 * Shared between the feature blocks, which only read it; hence bare arrays, row by row.
 */
final class Raster {

    /** More samples than this, per side of a working pixel, would cost time and change nothing. */
    private static final int SAMPLES = 4;

    final int width;
    final int height;
    final int[] rgb;
    final float[] lightness;
    final float[] a;
    final float[] b;
    /** Which share of the pixel belongs to the article, 0 to 1. */
    final float[] weight;

    private Raster(int width, int height) {
        this.width = width;
        this.height = height;
        int size = width * height;
        rgb = new int[size];
        lightness = new float[size];
        a = new float[size];
        b = new float[size];
        weight = new float[size];
    }

    /**
     * Scales a part of a picture down by averaging areas; small parts keep their size.
     *
     * @param part inside the picture
     * @param article which pixels of the picture count, in its coordinates
     * @param longestSide of the result, in pixels
     */
    static Raster of(BufferedImage image, Rectangle part, Mask.PixelTest article, int longestSide) {
        double scale = Math.min(1, (double) longestSide / Math.max(part.width, part.height));
        Raster raster = new Raster(
                Math.max(1, (int) Math.round(part.width * scale)), Math.max(1, (int) Math.round(part.height * scale)));
        raster.average(new PixelReader(image), part, article);
        raster.strengthen();
        return raster;
    }

    /** Tells whether most of the pixel belongs to the article. */
    boolean inside(int index) {
        return weight[index] >= 0.5f;
    }

    /** Tells whether no pixel belongs to the article at all. */
    boolean isEmpty() {
        for (float w : weight) {
            if (w > 0) {
                return false;
            }
        }
        return true;
    }

    /** Makes sure that an article of hairlines, such as a necklace, has pixels inside. */
    private void strengthen() {
        float max = 0;
        for (float w : weight) {
            max = Math.max(max, w);
        }
        for (int i = 0; max > 0 && max < 0.5f && i < weight.length; i++) {
            weight[i] /= max;
        }
    }

    private void average(PixelReader reader, Rectangle part, Mask.PixelTest article) {
        int stepX = Math.max(1, part.width / (width * SAMPLES));
        int stepY = Math.max(1, part.height / (height * SAMPLES));
        int[] cellOf = cells(part.width, width);
        int[] row = new int[part.width];
        int[] sums = new int[4 * width];
        int[] seen = new int[width];
        int target = 0;
        for (int y = 0; y < part.height; y += stepY) {
            int cellRow = (int) ((long) y * height / part.height);
            if (cellRow != target) {
                finish(target, sums, seen);
                target = cellRow;
            }
            reader.read(part.x, part.y + y, part.width, row);
            for (int x = 0; x < part.width; x += stepX) {
                int cell = cellOf[x];
                seen[cell]++;
                if (article.test(part.x + x, part.y + y)) {
                    int color = row[x];
                    sums[4 * cell] += (color >> 16) & 0xFF;
                    sums[4 * cell + 1] += (color >> 8) & 0xFF;
                    sums[4 * cell + 2] += color & 0xFF;
                    sums[4 * cell + 3]++;
                }
            }
        }
        finish(target, sums, seen);
    }

    /** Returns the cell to which each of {@code from} pixels in a row belongs if there are {@code to} cells. */
    static int[] cells(int from, int to) {
        int[] cells = new int[from];
        for (int i = 0; i < from; i++) {
            cells[i] = (int) ((long) i * to / from);
        }
        return cells;
    }

    private void finish(int row, int[] sums, int[] seen) {
        for (int x = 0, i = row * width; x < width; x++, i++) {
            int count = sums[4 * x + 3];
            if (count > 0) {
                int half = count / 2;
                int red = (sums[4 * x] + half) / count;
                int green = (sums[4 * x + 1] + half) / count;
                int blue = (sums[4 * x + 2] + half) / count;
                rgb[i] = (red << 16) | (green << 8) | blue;
                weight[i] = (float) count / seen[x];
                CieLab.convert(rgb[i], lightness, a, b, i);
            }
        }
        Arrays.fill(sums, 0);
        Arrays.fill(seen, 0);
    }
}
