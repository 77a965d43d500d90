package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.List;

/** Leaves out boxes that overlap better ones, as ONNX's operator of this name does. */
final class NonMaximumSuppression {

    private NonMaximumSuppression() {}

    /**
     * Returns the indexes of the boxes that stay.
     *
     * @param boxes best first
     * @param iou a box stays if no better one that stays overlaps it by more
     * @param most how many stay at most
     */
    static List<Integer> kept(List<Rect> boxes, double iou, int most) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < boxes.size() && kept.size() < most; i++) {
            Rect box = boxes.get(i);
            if (kept.stream().noneMatch(better -> boxes.get(better).iou(box) > iou)) {
                kept.add(i);
            }
        }
        return kept;
    }
}
