package io.buyme.train;

import java.util.Map;

/**
 * What a Mask R-CNN was measured to be worth on photos it did not learn from.
 *
 * @param measures of the heads: average recall of proposals, average precision of boxes at an overlap of 0.5, overlap of
 *     masks
 * @param exportDifference largest difference between the networks in ONNX Runtime and in DL4J
 * @param storedDifference the same with weights as they are stored
 */
record MaskRcnnMetrics(Map<String, Double> measures, double exportDifference, double storedDifference) {

    MaskRcnnMetrics {
        measures = Map.copyOf(measures);
    }
}
