package io.buyme.train;

import java.util.List;

/**
 * What a model of activation maps was measured to be worth, on photos it did not learn from.
 *
 * @param tagPrecision mean average precision of the categories
 * @param bestEpoch after how many epochs the weights were taken
 * @param trainingSeconds spent training
 * @param photos learned from
 * @param products learned from
 * @param skipped pictures that could not be read
 * @param exportDifference largest difference between the model file and DL4J
 * @param categories each of them
 */
record CamMetrics(
        double tagPrecision,
        int bestEpoch,
        double trainingSeconds,
        int photos,
        int products,
        List<String> skipped,
        double exportDifference,
        List<TagScore> categories) {

    CamMetrics {
        skipped = List.copyOf(skipped);
        categories = List.copyOf(categories);
    }
}
