package io.buyme.api;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;

/** What an embedder saw in each cell of a grid laid over a picture: a vector of features a cell. Immutable. */
public final class PatchGrid {

    private final int rows;
    private final int columns;
    private final Box area;
    private final float[] features;

    private PatchGrid(int rows, int columns, Box area, float[] features) {
        this.rows = rows;
        this.columns = columns;
        this.area = area;
        this.features = features;
    }

    /**
     * Returns a grid with a copy of the features.
     *
     * @param rows at least 1
     * @param columns at least 1
     * @param area that the grid covers, in pixels of the crop's image; it may reach beyond the image
     * @param features row by row, in a row column by column, all features of a cell in succession
     * @throws IllegalArgumentException if there is no cell, or the features do not go evenly into the cells
     */
    public static PatchGrid of(int rows, int columns, Box area, float... features) {
        requireNonNull(area, "area");
        if (rows < 1
                || columns < 1
                || features.length == 0
                || features.length % Math.multiplyExact(rows, columns) != 0) {
            throw new IllegalArgumentException(
                    "%d features do not go into %d rows of %d cells".formatted(features.length, rows, columns));
        }
        return new PatchGrid(rows, columns, area, features.clone());
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /** Returns the number of features of a cell. */
    public int channels() {
        return features.length / (rows * columns);
    }

    /** Returns what the grid covers, in pixels of the crop's image; it may reach beyond the image. */
    public Box area() {
        return area;
    }

    /**
     * Returns what a cell covers, in pixels of the crop's image.
     *
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public Box cell(int row, int column) {
        offset(row, column);
        double width = area.width() / columns;
        double height = area.height() / rows;
        return new Box(area.x() + column * width, area.y() + row * height, width, height);
    }

    /**
     * Returns a copy of a cell's features.
     *
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public float[] features(int row, int column) {
        int offset = offset(row, column);
        return Arrays.copyOfRange(features, offset, offset + channels());
    }

    /**
     * Returns how alike two cells are: the cosine of their features, from -1 to 1; 0 if one of them has none.
     *
     * @throws IllegalArgumentException if the other grid has another number of channels
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public double similarity(int row, int column, PatchGrid other, int otherRow, int otherColumn) {
        if (channels() != other.channels()) {
            throw new IllegalArgumentException(
                    "cannot compare %d features with %d".formatted(channels(), other.channels()));
        }
        int a = offset(row, column);
        int b = other.offset(otherRow, otherColumn);
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < channels(); i++) {
            dot += (double) features[a + i] * other.features[b + i];
            squaresA += (double) features[a + i] * features[a + i];
            squaresB += (double) other.features[b + i] * other.features[b + i];
        }
        return dot == 0 ? 0 : dot / Math.sqrt(squaresA * squaresB);
    }

    @Override
    public String toString() {
        return "PatchGrid[%dx%d cells of %d features over %s]".formatted(rows, columns, channels(), area);
    }

    private int offset(int row, int column) {
        return (Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)) * channels();
    }
}
