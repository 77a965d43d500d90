package io.buyme.index;

/** The lists and codes of an {@code IndexIVFPQ}, in the order of rows. */
final class FaissCodes {

    private final Centers centers;
    private final ProductQuantizer quantizer;
    private final boolean residual;
    private final int[] listByRow;
    private final byte[][] codes;

    /**
     * @param residual whether codes stand for what rows differ by from their centers, not for the rows themselves
     * @param listByRow becomes the object's own, as do the codes
     */
    FaissCodes(Centers centers, ProductQuantizer quantizer, boolean residual, int[] listByRow, byte[][] codes) {
        this.centers = centers;
        this.quantizer = quantizer;
        this.residual = residual;
        this.listByRow = listByRow;
        this.codes = codes;
    }

    /** Returns the vector that the code of a row stands for. */
    float[] decoded(int row) {
        float[] vector = new float[quantizer.dimension()];
        quantizer.decode(codes[row], 0, vector);
        if (residual) {
            float[] center = centers.point(listByRow[row]);
            for (int i = 0; i < vector.length; i++) {
                vector[i] += center[i];
            }
        }
        return vector;
    }

    /** Writes the sections of a snapshot that hold it; none, if its codes are not what those of snapshots are. */
    void write(SnapshotOutput output) {
        if (!residual) {
            return;
        }
        IvfCoarse.Training training = new IvfCoarse.Training(listByRow.length, meanError());
        IvfSections.writeLists(output, new IvfCoarse(centers, training), listByRow);
        IvfSections.writeCodes(
                output, quantizer, codes.length, (row, code) -> System.arraycopy(codes[row], 0, code, 0, code.length));
    }

    private double meanError() {
        double sum = 0;
        for (int row = 0; row < codes.length; row++) {
            sum += ExactScores.squaredDistance(decoded(row), centers.point(listByRow[row]), 0);
        }
        return sum / Math.max(1, codes.length);
    }
}
