package io.buyme.train.cam;

import io.buyme.api.Box;
import io.buyme.api.Pose;
import io.buyme.api.PoseClassifier;
import io.buyme.detect.cam.ActivationMaps;
import io.buyme.detect.cam.Activations;
import io.buyme.detect.cam.CamCategory;
import io.buyme.detect.cam.HeatMap;
import io.buyme.image.ImageDecoder;
import io.buyme.train.data.BoxedPhotos.BoxedPhoto;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out for each category from which share of the greatest heat on a place belongs to the article, and which pieces
 * are parts of it: the two numbers with which most boxes of the photos learned from come out right. The network has not
 * seen these boxes; without any, the numbers of the detector stay as they are.
 */
final class HeatTuning {

    private static final double RIGHT = 0.5;
    private static final List<Double> PARTS = List.of(0.1, 0.25, 0.5, 1.0);
    private static final int THRESHOLDS = 16;
    private static final double STEP = 0.05;

    private final List<CamCategory> categories;
    /** By category, threshold and part. */
    private final double[][][] points;

    private final int[][][] hits;
    private final int[] photos;

    HeatTuning(List<CamCategory> categories) {
        this.categories = categories;
        this.points = new double[categories.size()][THRESHOLDS][PARTS.size()];
        this.hits = new int[categories.size()][THRESHOLDS][PARTS.size()];
        this.photos = new int[categories.size()];
    }

    /**
     * How a category came out.
     *
     * @param name of the category
     * @param photos that have it
     * @param threshold that measured best
     * @param part that measured best
     * @param right share of the photos in which the box overlaps the true one by half
     */
    record Tuned(String name, int photos, double threshold, double part, double right) {

        String toLine() {
            return threshold + "\t" + part;
        }
    }

    /** Tries all numbers on the photos. */
    static List<Tuned> run(ActivationMaps maps, Optional<PoseClassifier> poses, List<BoxedPhoto> photos) {
        HeatTuning tuning = new HeatTuning(maps.categories());
        for (BoxedPhoto photo : photos) {
            BufferedImage image = ImageDecoder.standard().decode(photo.file());
            Optional<Pose> pose = poses.map(classifier -> classifier.classify(image));
            tuning.add(maps.of(image, pose), photo);
        }
        return tuning.best();
    }

    private void add(Activations activations, BoxedPhoto photo) {
        for (int i = 0; i < categories.size(); i++) {
            Box wanted = photo.boxes().get(categories.get(i).name());
            if (wanted != null) {
                add(i, activations.heat(i), wanted);
            }
        }
    }

    void add(int category, HeatMap heat, Box wanted) {
        photos[category]++;
        for (int threshold = 0; threshold < THRESHOLDS; threshold++) {
            List<HeatMap.Piece> pieces = heat.pieces(threshold(threshold));
            for (int part = 0; part < PARTS.size() && !pieces.isEmpty(); part++) {
                double iou = HeatMap.article(pieces, PARTS.get(part)).box().iou(wanted);
                hits[category][threshold][part] += iou >= RIGHT ? 1 : 0;
                // Where few are right, it also counts how far off the others are.
                points[category][threshold][part] += (iou >= RIGHT ? 1 : 0) + iou / 2;
            }
        }
    }

    List<Tuned> best() {
        List<Tuned> tuned = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            Tuned best = new Tuned(
                    categories.get(i).name(), photos[i], categories.get(i).threshold(), categories.get(i).part(), 0);
            double most = 0;
            for (int threshold = 0; threshold < THRESHOLDS; threshold++) {
                for (int part = 0; part < PARTS.size(); part++) {
                    if (points[i][threshold][part] > most) {
                        most = points[i][threshold][part];
                        double right = (double) hits[i][threshold][part] / photos[i];
                        best = new Tuned(best.name(), photos[i], threshold(threshold), PARTS.get(part), right);
                    }
                }
            }
            tuned.add(best);
        }
        return tuned;
    }

    private static double threshold(int index) {
        return Math.round((index + 1) * STEP * 100) / 100.0;
    }
}
