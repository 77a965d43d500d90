package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Says which anchors are to propose which article (Ren et al. 2015, section 3.1.2): those that overlap it by 0.7 or more,
 * and the best of all; those that overlap every article by less than 0.3 are to propose none. Others are not asked.
 */
final class AnchorMatcher {

    /** The label of an anchor that is not asked. */
    static final int IGNORED = -2;

    /** The label of an anchor that is to propose nothing. */
    static final int NOTHING = -1;

    private static final double SAME = 0.7;
    private static final double OTHER = 0.3;
    private static final int SAMPLED = 256;

    private final Anchors anchors;

    AnchorMatcher(Anchors anchors) {
        this.anchors = anchors;
    }

    /** Returns for each anchor the index of its target, {@link #NOTHING} or {@link #IGNORED}. */
    int[] match(List<Rect> targets) {
        List<Rect> boxes = anchors.boxes();
        int[] matches = new int[boxes.size()];
        double[] best = new double[targets.size()];
        for (int i = 0; i < matches.length; i++) {
            double most = 0;
            int nearest = NOTHING;
            for (int j = 0; j < best.length; j++) {
                double iou = boxes.get(i).iou(targets.get(j));
                best[j] = Math.max(best[j], iou);
                nearest = iou > most ? j : nearest;
                most = Math.max(most, iou);
            }
            matches[i] = most >= SAME ? nearest : most < OTHER ? NOTHING : IGNORED;
        }
        for (int i = 0; i < matches.length; i++) {
            for (int j = 0; j < best.length; j++) {
                // So that no article goes without an anchor; ties included.
                if (best[j] > 0 && boxes.get(i).iou(targets.get(j)) >= best[j] - 1e-9) {
                    matches[i] = j;
                }
            }
        }
        return matches;
    }

    /** Ignores all but 256 anchors, at most half of which have a target. */
    static int[] sample(int[] matches, SplittableRandom random) {
        List<Integer> positive = new ArrayList<>();
        List<Integer> negative = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] != IGNORED) {
                (matches[i] == NOTHING ? negative : positive).add(i);
            }
        }
        int[] sampled = new int[matches.length];
        Arrays.fill(sampled, IGNORED);
        int positives = Math.min(SAMPLED / 2, positive.size());
        RandomDraw.some(positive, positives, random).forEach(i -> sampled[i] = matches[i]);
        RandomDraw.some(negative, SAMPLED - positives, random).forEach(i -> sampled[i] = matches[i]);
        return sampled;
    }
}
