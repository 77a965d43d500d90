package io.buyme.onnx;

/** The last few rows that were read, as neighbouring rows of a canvas need some of the same. */
final class RowWindow {

    private final PictureRows source;
    private final int[][] rows;
    private int next;

    /**
     * Creates an empty window.
     *
     * @param size how many rows are kept
     */
    RowWindow(PictureRows source, int size) {
        this.source = source;
        this.rows = new int[size][source.width()];
    }

    /** Returns a row, which must not lie further back than the window is high; valid until the next call. */
    int[] row(int y) {
        for (next = Math.max(next, y - rows.length + 1); next <= y; next++) {
            source.read(next, rows[next % rows.length]);
        }
        return rows[y % rows.length];
    }
}
