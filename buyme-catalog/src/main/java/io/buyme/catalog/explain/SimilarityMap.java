package io.buyme.catalog.explain;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How much each cell of a grid over a picture carried its similarity to another picture.
 *
 * @param rows at least 1
 * @param columns at least 1
 * @param area that the grid covers, in pixels of the picture; it may reach beyond it
 * @param values row by row; the larger, the more the cell carried, and below zero it spoke against it. Only values of one
 *     map compare with each other
 */
public record SimilarityMap(int rows, int columns, Box area, List<Double> values) {

    /** Checks that there is one finite value for each cell, and copies the list. */
    public SimilarityMap {
        requireNonNull(area, "area");
        values = List.copyOf(values);
        if (rows < 1 || columns < 1 || values.size() != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d values do not fill %d rows of %d cells".formatted(values.size(), rows, columns));
        }
        if (!values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("values must be finite, got " + values);
        }
    }

    /** Returns the number of cells. */
    public int size() {
        return values.size();
    }

    /**
     * Returns what a cell covers, in pixels of the picture.
     *
     * @param index of the cell: row by row from the top left
     * @throws IndexOutOfBoundsException if there is no such cell
     */
    public Box cell(int index) {
        Objects.checkIndex(index, size());
        double width = area.width() / columns;
        double height = area.height() / rows;
        int row = index / columns;
        int column = index % columns;
        return new Box(area.x() + column * width, area.y() + row * height, width, height);
    }

    /** Returns the indexes of all cells, those that carried most first. */
    public List<Integer> hottestFirst() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values.get(i)).reversed())
                .toList();
    }

    /** Returns the value at a point of the picture: between the middles of cells, what lies between their values. */
    public double at(double x, double y) {
        double column = clamp((x - area.x()) / area.width() * columns - 0.5, columns - 1);
        double row = clamp((y - area.y()) / area.height() * rows - 0.5, rows - 1);
        int left = (int) column;
        int top = (int) row;
        double upper = mix(top, left, column - left);
        double lower = mix(Math.min(top + 1, rows - 1), left, column - left);
        return upper + (row - top) * (lower - upper);
    }

    private double mix(int row, int left, double share) {
        double first = values.get(row * columns + left);
        double second = values.get(row * columns + Math.min(left + 1, columns - 1));
        return first + share * (second - first);
    }

    private static double clamp(double value, double most) {
        return Math.max(0, Math.min(value, most));
    }
}
