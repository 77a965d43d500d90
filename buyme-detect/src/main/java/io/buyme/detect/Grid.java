package io.buyme.detect;

import io.buyme.api.Box;

/**
 * A coarse raster over the person's box: cell (0, 0) has its top left corner at the origin, and each cell covers
 * {@code stride} x {@code stride} photo pixels. Regions are found on it, so that a large photo costs no more than a
 * small one.
 *
 * @param originX left edge in the photo
 * @param originY top edge in the photo
 * @param width in cells
 * @param height in cells
 * @param stride photo pixels per cell and axis
 */
record Grid(int originX, int originY, int width, int height, int stride) {

    /** A body of this many cells still shows its shoes. */
    private static final double CELLS_PER_BODY = 400;

    /** Returns the grid over a box that lies inside the photo and has whole-numbered edges. */
    static Grid over(Box box) {
        int stride = (int) Math.max(1, Math.round(Math.max(box.width(), box.height()) / CELLS_PER_BODY));
        return new Grid(
                (int) box.x(),
                (int) box.y(),
                (int) Math.ceil(box.width() / stride),
                (int) Math.ceil(box.height() / stride),
                stride);
    }

    int size() {
        return width * height;
    }

    /** Returns the cell of a photo pixel, or -1 if it lies outside the grid. */
    int cellAt(int photoX, int photoY) {
        int column = Math.floorDiv(photoX - originX, stride);
        int row = Math.floorDiv(photoY - originY, stride);
        return column >= 0 && row >= 0 && column < width && row < height ? row * width + column : -1;
    }

    /** Returns the photo x of a cell's center. */
    double centerX(int cell) {
        int column = cell % width;
        return originX + (column + 0.5) * stride;
    }

    /** Returns the photo y of a cell's center. */
    double centerY(int cell) {
        int row = cell / width;
        return originY + (row + 0.5) * stride;
    }
}
