package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;

/**
 * Cells of equal size over a region of a photo.
 *
 * @param region with edges on whole pixels
 * @param columns at most as many as the region has pixels
 * @param rows at most as many as the region has pixels
 */
record HeatGrid(Box region, int columns, int rows) {

    /** Cells along the longer side: fine enough for a pair of glasses. */
    private static final int CELLS = 144;

    HeatGrid {
        requireNonNull(region, "region");
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a grid has cells, got " + columns + " x " + rows);
        }
    }

    static HeatGrid over(Box region) {
        double cell = Math.max(1, Math.max(region.width(), region.height()) / CELLS);
        return new HeatGrid(region, (int) Math.max(1, Math.round(region.width() / cell)), (int)
                Math.max(1, Math.round(region.height() / cell)));
    }

    int size() {
        return columns * rows;
    }

    double centerX(int cell) {
        return region.x() + (cell % columns + 0.5) * region.width() / columns;
    }

    double centerY(int cell) {
        int row = cell / columns;
        return region.y() + (row + 0.5) * region.height() / rows;
    }

    /** Returns the box around cells, of which right and bottom are exclusive; its edges are on whole pixels. */
    Box box(int left, int top, int right, int bottom) {
        return Box.ofEdges(edgeX(left), edgeY(top), edgeX(right), edgeY(bottom));
    }

    /** Returns the cell that a pixel of the region belongs to. */
    int cellAt(int x, int y) {
        int column = search(x, region.x(), region.width(), columns);
        int row = search(y, region.y(), region.height(), rows);
        return row * columns + column;
    }

    private double edgeX(int column) {
        return region.x() + edge(column, region.width(), columns);
    }

    private double edgeY(int row) {
        return region.y() + edge(row, region.height(), rows);
    }

    private static double edge(int index, double length, int count) {
        return Math.floor(index * length / count);
    }

    /** The last cell that begins at the pixel or before. */
    private static int search(int pixel, double from, double length, int count) {
        int offset = pixel - (int) from;
        int guess = Math.min(count - 1, (int) ((offset + 0.5) * count / length));
        while (guess > 0 && edge(guess, length, count) > offset) {
            guess--;
        }
        while (guess < count - 1 && edge(guess + 1, length, count) <= offset) {
            guess++;
        }
        return guess;
    }
}
