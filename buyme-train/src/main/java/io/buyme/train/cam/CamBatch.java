package io.buyme.train.cam;

import io.buyme.train.data.TagKnowledge;
import io.buyme.train.data.TagVocabulary;
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

    void label(int row, TagKnowledge tags, TagVocabulary vocabulary) {
        float[] values = new float[vocabulary.size()];
        vocabulary.write(tags, values, 0);
        for (int i = 0; i < values.length; i++) {
            int from = (row * values.length + i) * cells;
            Arrays.fill(labels, from, from + cells, values[i]);
        }
    }
}
