package io.buyme.train.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of floats in one Java array. */
final class Matrix {

    private final float[] values;
    private final int rows;
    private final int columns;

    Matrix(float[] values, int rows, int columns) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException("want %d x %d values, got %d".formatted(rows, columns, values.length));
        }
        this.values = values;
        this.rows = rows;
        this.columns = columns;
    }

    static Matrix of(INDArray array) {
        // dup: the array may be a view, or in column order.
        return new Matrix(array.dup('c').data().asFloat(), (int) array.size(0), (int) array.size(1));
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int length() {
        return values.length;
    }

    /** Returns a value by its place in all rows, one after the other. */
    float at(int index) {
        return values[index];
    }

    float at(int row, int column) {
        return values[row * columns + column];
    }
}
