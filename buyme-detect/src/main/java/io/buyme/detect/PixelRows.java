package io.buyme.detect;

import io.buyme.api.LabColor;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Reads the pixels under one row of cells at a time; packed sRGB pictures are copied, others converted. */
final class PixelRows {

    private final BufferedImage image;
    private final Grid grid;
    private final int width;
    private final int[] pixels;
    private int lines;

    PixelRows(BufferedImage image, Grid grid) {
        this.image = image;
        this.grid = grid;
        this.width = Math.min(grid.width() * grid.stride(), image.getWidth() - grid.originX());
        this.pixels = new int[width * grid.stride()];
    }

    void read(int row) {
        int top = grid.originY() + row * grid.stride();
        lines = Math.min(grid.stride(), image.getHeight() - top);
        if (isPacked()) {
            Raster raster = image.getRaster();
            raster.getDataElements(grid.originX(), top, width, lines, pixels);
        } else {
            image.getRGB(grid.originX(), top, width, lines, pixels, 0, width);
        }
    }

    /** Returns the mean color of a cell of the row that was read. */
    LabColor mean(int column) {
        int left = column * grid.stride();
        int right = Math.min(left + grid.stride(), width);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = 0; y < lines; y++) {
            for (int x = left; x < right; x++) {
                int rgb = pixels[y * width + x];
                red += rgb >> 16 & 0xFF;
                green += rgb >> 8 & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        int count = lines * (right - left);
        return LabColor.ofRgb((red / count) << 16 | (green / count) << 8 | blue / count);
    }

    private boolean isPacked() {
        return image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB;
    }
}
