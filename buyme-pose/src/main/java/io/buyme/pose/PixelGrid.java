package io.buyme.pose;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The pixels of an image, averaged over squares so that sampling them at a coarser step does not alias. Positions are
 * those of the original image; what lies outside is black.
 */
final class PixelGrid {

    private static final int CHANNELS = 3;

    private final int[] rgb;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final int factor;

    private PixelGrid(int[] rgb, int left, int top, int width, int height, int factor) {
        this.rgb = rgb;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.factor = factor;
    }

    /**
     * Returns the part of an image that a region touches, reduced so that about one cell of the grid falls on each of
     * the samples.
     */
    static PixelGrid of(BufferedImage image, Region region, int samples) {
        int factor = Math.max(1, (int) Math.round(region.size() / samples));
        double reach = region.reach() + factor;
        int left = clamp(Math.floor(region.centerX() - reach), 0, image.getWidth() - 1);
        int top = clamp(Math.floor(region.centerY() - reach), 0, image.getHeight() - 1);
        int right = clamp(Math.ceil(region.centerX() + reach), left + 1, image.getWidth());
        int bottom = clamp(Math.ceil(region.centerY() + reach), top + 1, image.getHeight());
        int width = (right - left + factor - 1) / factor;
        int height = (bottom - top + factor - 1) / factor;
        int[] rgb = new int[width * height];
        int[] rows = new int[(right - left) * factor];
        for (int y = 0; y < height; y++) {
            int from = top + y * factor;
            int count = Math.min(factor, bottom - from);
            readRows(image, left, from, right - left, count, rows);
            average(rows, right - left, count, factor, rgb, y * width);
        }
        return new PixelGrid(rgb, left, top, width, height, factor);
    }

    private static void readRows(BufferedImage image, int x, int y, int width, int count, int[] rows) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            image.getRaster().getDataElements(x, y, width, count, rows);
        } else {
            image.getRGB(x, y, width, count, rows, 0, width);
        }
    }

    private static void average(int[] rows, int rowWidth, int rowCount, int factor, int[] rgb, int offset) {
        for (int x = 0, cell = offset; x < rowWidth; x += factor, cell++) {
            int end = Math.min(x + factor, rowWidth);
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int row = 0; row < rowCount; row++) {
                for (int i = row * rowWidth + x; i < row * rowWidth + end; i++) {
                    int pixel = rows[i];
                    red += (pixel >> 16) & 0xff;
                    green += (pixel >> 8) & 0xff;
                    blue += pixel & 0xff;
                }
            }
            int count = (end - x) * rowCount;
            rgb[cell] = ((red / count) << 16) | ((green / count) << 8) | (blue / count);
        }
    }

    /**
     * Returns a square of samples of a region as a model takes them: rows of red, green, blue, each mapped from 0..255
     * to {@code low}..{@code high}.
     */
    float[] sample(Region region, int samples, float low, float high) {
        float[] values = new float[samples * samples * CHANNELS];
        float scale = (high - low) / 255;
        double step = region.size() / samples / factor;
        double cos = Math.cos(region.angle()) * step;
        double sin = Math.sin(region.angle()) * step;
        double centerX = (region.centerX() - left) / factor - 0.5;
        double centerY = (region.centerY() - top) / factor - 0.5;
        double middle = (samples - 1) / 2.0;
        Arrays.fill(values, low);
        for (int row = 0, out = 0; row < samples; row++) {
            for (int column = 0; column < samples; column++, out += CHANNELS) {
                double right = column - middle;
                double down = row - middle;
                interpolate(centerX + right * cos - down * sin, centerY + right * sin + down * cos, scale, values, out);
            }
        }
        return values;
    }

    /**
     * Puts the color at a position of the image into an array: red, green, blue, 0 to 255, the bilinear mean of the cells
     * around it.
     */
    void color(double x, double y, float[] rgb) {
        Arrays.fill(rgb, 0);
        interpolate((x - left) / factor - 0.5, (y - top) / factor - 0.5, 1, rgb, 0);
    }

    /** Adds the bilinear mean of the four cells around a position. */
    private void interpolate(double x, double y, float scale, float[] values, int out) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        float right = (float) (x - column);
        float lower = (float) (y - row);
        add(column, row, (1 - right) * (1 - lower) * scale, values, out);
        add(column + 1, row, right * (1 - lower) * scale, values, out);
        add(column, row + 1, (1 - right) * lower * scale, values, out);
        add(column + 1, row + 1, right * lower * scale, values, out);
    }

    private void add(int column, int row, float weight, float[] values, int out) {
        if (column >= 0 && row >= 0 && column < width && row < height) {
            int pixel = rgb[row * width + column];
            values[out] += weight * ((pixel >> 16) & 0xff);
            values[out + 1] += weight * ((pixel >> 8) & 0xff);
            values[out + 2] += weight * (pixel & 0xff);
        }
    }

    private static int clamp(double value, int min, int max) {
        return (int) Math.max(min, Math.min(max, value));
    }
}
