package io.buyme.train.dense;

import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.PixelClasses;
import io.buyme.train.data.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The numbers of one step. Its arrays go to and fro between the thread that fills them and the one that trains. */
final class DenseBatch {

    /** With fewer cells it is left open whether a category is in the picture. */
    private static final int SURE = 3;

    final int rows;
    final float[] pictures;
    /** For each picture, class and cell whether the cell is of the class. */
    final float[] labels;

    final float[] presence;
    /** What the network in training sees: the pictures, or what the trunk makes of them. */
    final List<float[]> inputs;

    private final PixelClasses classes;
    private final float[] cells;

    /**
     * Creates an empty batch.
     *
     * @param inputLengths for each input of the network how many values it has for a picture; empty if it sees pictures
     */
    DenseBatch(DenseShape shape, int rows, List<Integer> inputLengths) {
        this.rows = rows;
        this.classes = shape.classes();
        this.pictures = new float[rows * 3 * shape.width() * shape.height()];
        this.cells = new float[shape.cells()];
        this.labels = new float[rows * shape.cells() * classes.size()];
        this.presence = new float[rows * classes.categories().size()];
        List<float[]> arrays = new ArrayList<>();
        inputLengths.forEach(length -> arrays.add(new float[rows * length]));
        this.inputs = arrays.isEmpty() ? List.of(pictures) : List.copyOf(arrays);
    }

    void draw(int row, Scene scene, SceneAugmenter augmenter, SplittableRandom random) {
        augmenter.draw(scene, random, pictures, row * augmenter.length(), cells);
        int[] counts = new int[classes.size()];
        int from = row * classes.size() * cells.length;
        Arrays.fill(labels, from, from + classes.size() * cells.length, 0);
        for (int i = 0; i < cells.length; i++) {
            int label = Math.round(cells[i]);
            if (label != SceneAugmenter.UNKNOWN) {
                counts[label]++;
                labels[from + label * cells.length + i] = 1;
            }
        }
        int categories = classes.categories().size();
        for (int i = 0; i < categories; i++) {
            int count = counts[classes.firstCategory() + i];
            presence[row * categories + i] = count >= SURE ? 1 : count == 0 ? 0 : -1;
        }
    }
}
