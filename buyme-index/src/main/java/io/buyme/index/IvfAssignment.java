package io.buyme.index;

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
}
