package io.buyme.train.cam;

import java.util.Arrays;

/** The numbers of one training step. Its arrays go to and fro between the thread that fills them and the one that trains. */
final class CamBatch {

    final float[] pictures;
    /** What the network in training sees: the pictures, or what the trunk makes of them. */
    final float[] inputs;
    /** Of each picture a map for each category, filled with what is known of it. */
    final float[] labels;

    private final int cells;

    CamBatch(int rows, int pictureLength, int inputLength, int categories, int cells, boolean withTrunk) {
        this.pictures = new float[rows * pictureLength];
        this.inputs = withTrunk ? new float[inputLength] : pictures;
        this.labels = new float[rows * categories * cells];
        this.cells = cells;
    }

    void label(int row, float[] known) {
        for (int i = 0; i < known.length; i++) {
            int from = (row * known.length + i) * cells;
            Arrays.fill(labels, from, from + cells, known[i]);
        }
    }
}
