package io.buyme.image.coco.score;

import java.util.List;

/**
 * What became of the detections of one category in one picture, within an area range.
 *
 * @param toFind annotations that count
 * @param scores of the detections, best first
 * @param outcomes for each IoU threshold those of the detections, in the same order
 */
record Matches(int toFind, List<Double> scores, List<List<Outcome>> outcomes) {}
