package io.buyme.index;

import java.util.Arrays;

/** Centers, and to which of them each row of a partition belongs, by number. */
final class IvfAssignment {

    private final IvfCoarse coarse;
    private final int[] listByRow;

    /** @param listByRow becomes the assignment's own */
    IvfAssignment(IvfCoarse coarse, int[] listByRow) {
        this.coarse = coarse;
        this.listByRow = listByRow;
    }

    IvfCoarse coarse() {
        return coarse;
    }

    int list(int row) {
        return listByRow[row];
    }

    /** Returns how many rows each list has. */
    int[] sizes() {
        int[] sizes = new int[coarse.lists()];
        for (int list : listByRow) {
            sizes[list]++;
        }
        return sizes;
    }

    /** Returns the rows of each list, in order. */
    int[][] rowsByList() {
        int[] sizes = sizes();
        int[][] rows = new int[sizes.length][];
        Arrays.setAll(rows, list -> new int[sizes[list]]);
        int[] next = new int[sizes.length];
        for (int row = 0; row < listByRow.length; row++) {
            int list = listByRow[row];
            rows[list][next[list]++] = row;
        }
        return rows;
    }
}
