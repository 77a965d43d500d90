package io.buyme.pose;

/** How likely a keypoint is in each cell of a grid: a part of a network's output, not a copy. */
final class HeatMap {

    private final float[] values;
    private final int offset;
    private final int width;
    private final int height;

    /** Creates a view of the cells from {@code offset} on, row by row. */
    HeatMap(float[] values, int offset, int width, int height) {
        this.values = values;
        this.offset = offset;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns the value of a cell, 0 outside. */
    float at(int column, int row) {
        return column >= 0 && row >= 0 && column < width && row < height ? values[offset + row * width + column] : 0;
    }

    /** Returns the position of the highest cell, of several the first. */
    Peak peak(SubPixel refinement) {
        int highest = offset;
        for (int i = offset; i < offset + width * height; i++) {
            if (values[i] > values[highest] || Float.isNaN(values[highest])) {
                highest = i;
            }
        }
        int column = (highest - offset) % width;
        int row = (highest - offset) / width;
        return refinement.refine(this, column, row);
    }
}
