package io.buyme.index;

/**
 * The coarse quantizer: which list a vector belongs to. Counts how far vectors are from the centers of their lists, so
 * that it can be told when they no longer suit. Counting is guarded by the lock of the index.
 */
final class IvfCoarse {

    private final Centers centers;
    private final Training training;
    private long added;
    private double addedError;

    IvfCoarse(Centers centers, Training training) {
        this(centers, training, 0, 0);
    }

    IvfCoarse(Centers centers, Training training, long added, double addedError) {
        this.centers = centers;
        this.training = training;
        this.added = added;
        this.addedError = addedError;
    }

    Centers centers() {
        return centers;
    }

    int lists() {
        return centers.count();
    }

    /** Returns the list that a new row belongs to. */
    int take(float[] vector) {
        long nearest = centers.nearest(vector, centers.scratch());
        added++;
        addedError += Found.distance(nearest);
        return Found.slot(nearest);
    }

    Training training() {
        return training;
    }

    long added() {
        return added;
    }

    /** Returns the sum of the squared distances of rows added since the training to the centers of their lists. */
    double addedError() {
        return addedError;
    }

    /** Returns the state of lists that have so many rows each. */
    Drift drift(int[] sizes) {
        double squares = 0;
        long rows = 0;
        for (int size : sizes) {
            squares += (double) size * size;
            rows += size;
        }
        double imbalance = rows == 0 ? 1 : squares * sizes.length / ((double) rows * rows);
        double meanAdded = added == 0 ? training.meanError() : addedError / added;
        return new Drift(rows, sizes.length, training.rows(), added, training.meanError(), meanAdded, imbalance);
    }

    /**
     * What a training saw.
     *
     * @param rows of the partition at the time
     * @param meanError the mean squared distance to the nearest center, of rows that the centers were not made from
     */
    record Training(long rows, double meanError) {}
}
