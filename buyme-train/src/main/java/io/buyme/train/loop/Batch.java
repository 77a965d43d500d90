package io.buyme.train.loop;

import io.buyme.train.objective.TripletLoss;
import java.util.Arrays;

/** The numbers of one training step. Its arrays go to and fro between the thread that fills them and the one that trains. */
final class Batch {

    final int rows;
    final int size;
    final float[] pictures;
    /** What the network in training sees: the pictures, or what the trunk makes of them. */
    final float[] inputs;

    final float[] classes;
    final float[] tags;
    final float[] triplets;
    final float[] drawings;

    Batch(int rows, int size, int tagCount, int inputLength) {
        this.rows = rows;
        this.size = size;
        this.pictures = new float[rows * 3 * size * size];
        this.inputs = inputLength == 3 * size * size ? pictures : new float[rows * inputLength];
        this.classes = new float[rows];
        this.tags = new float[rows * tagCount];
        this.triplets = new float[rows * TripletLoss.LABELS];
        this.drawings = new float[rows * 3 * EmbedderNetwork.DRAWING_SIZE * EmbedderNetwork.DRAWING_SIZE];
    }

    /** Reduces the pictures to what an auto-encoder is to draw. */
    void draw() {
        int small = EmbedderNetwork.DRAWING_SIZE;
        Arrays.fill(drawings, 0);
        for (int plane = 0; plane < rows * 3; plane++) {
            for (int y = 0; y < size; y++) {
                int row = (plane * small + y * small / size) * small;
                for (int x = 0; x < size; x++) {
                    drawings[row + x * small / size] += pictures[(plane * size + y) * size + x];
                }
            }
            scale(plane * small * small, small);
        }
    }

    private void scale(int from, int small) {
        for (int y = 0; y < small; y++) {
            for (int x = 0; x < small; x++) {
                drawings[from + y * small + x] /= share(y, small) * share(x, small);
            }
        }
    }

    /** How many of the picture's rows or columns end up in one of the drawing; at least 1 so that none divides by 0. */
    private int share(int index, int small) {
        int first = (index * size + small - 1) / small;
        int end = ((index + 1) * size + small - 1) / small;
        return Math.max(1, end - first);
    }
}
