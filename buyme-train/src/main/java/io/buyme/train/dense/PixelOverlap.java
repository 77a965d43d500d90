package io.buyme.train.dense;

import io.buyme.train.augment.PixelScale;
import io.buyme.train.augment.SceneAugmentation;
import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.Scene;
import io.buyme.train.loop.Randoms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how well the cells of each category are found. */
final class PixelOverlap {

    private final SceneAugmenter augmenter;
    private final DenseShape shape;

    PixelOverlap(PixelScale scale, DenseShape shape) {
        this.augmenter = new SceneAugmenter(SceneAugmentation.NONE, scale, shape.width(), shape.height());
        this.shape = shape;
    }

    /** Returns the IoU of all cells of a category in all scenes, averaged over the categories that are there. */
    double meanIou(DenseModel model, List<Scene> scenes) {
        return byCategory(model, scenes).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    /** Returns the IoU of all cells of a category in all scenes, by the categories that are there or were found. */
    Map<String, Double> byCategory(DenseModel model, List<Scene> scenes) {
        int classes = shape.classes().size();
        long[] common = new long[classes];
        long[] either = new long[classes];
        float[] picture = new float[augmenter.length()];
        float[] wanted = new float[augmenter.cells()];
        for (Scene scene : scenes) {
            augmenter.draw(scene, Randoms.at(0), picture, 0, wanted);
            int[] found = model.classes(picture);
            for (int i = 0; i < found.length; i++) {
                int label = Math.round(wanted[i]);
                if (label >= 0) {
                    either[label]++;
                    either[found[i]] += found[i] == label ? 0 : 1;
                    common[label] += found[i] == label ? 1 : 0;
                }
            }
        }
        Map<String, Double> byCategory = new LinkedHashMap<>();
        for (int i = shape.classes().firstCategory(); i < classes; i++) {
            if (either[i] > 0) {
                byCategory.put(shape.classes().names().get(i), (double) common[i] / either[i]);
            }
        }
        return byCategory;
    }
}
