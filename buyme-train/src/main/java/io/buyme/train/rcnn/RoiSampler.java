package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses regions to learn from (Ren et al. 2015): the proposals and the articles' own boxes, at most a quarter of them
 * with an article that they overlap by half or more.
 */
final class RoiSampler {

    private static final double SAME = 0.5;

    private RoiSampler() {}

    /**
     * A region and what is to be said of it.
     *
     * @param target index of the article; -1 for none
     */
    record Roi(Rect box, int target) {

        boolean isPositive() {
            return target >= 0;
        }
    }

    /**
     * Returns regions, those with an article first.
     *
     * @param count how many at most
     */
    static List<Roi> sample(List<Rect> proposals, List<Rect> targets, int count, SplittableRandom random) {
        List<Roi> positive = new ArrayList<>();
        List<Roi> negative = new ArrayList<>();
        List<Rect> all = new ArrayList<>(proposals);
        all.addAll(targets);
        for (Rect box : all) {
            Roi roi = match(box, targets);
            if (box.width() > 1 && box.height() > 1) {
                (roi.isPositive() ? positive : negative).add(roi);
            }
        }
        List<Roi> sampled = new ArrayList<>(RandomDraw.some(positive, count / 4, random));
        sampled.addAll(RandomDraw.some(negative, count - sampled.size(), random));
        return sampled;
    }

    private static Roi match(Rect box, List<Rect> targets) {
        int nearest = -1;
        double most = SAME;
        for (int i = 0; i < targets.size(); i++) {
            double iou = box.iou(targets.get(i));
            if (iou >= most) {
                nearest = i;
                most = iou;
            }
        }
        return new Roi(box, nearest);
    }
}
