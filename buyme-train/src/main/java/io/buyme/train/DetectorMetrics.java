package io.buyme.train;

import java.util.List;

/**
 * What a detector's network was measured to be worth on photos it did not learn from.
 *
 * @param meanIou of the cells of each category, averaged over categories
 * @param bestEpoch after how many epochs the weights were taken
 * @param trainingSeconds spent training
 * @param photos learned from
 * @param checked photos measured with
 * @param skipped photos that could not be read
 * @param exportDifference largest difference between the model file and DL4J
 * @param presence how well it is told which categories are in a photo
 */
record DetectorMetrics(
        double meanIou,
        int bestEpoch,
        double trainingSeconds,
        int photos,
        int checked,
        List<String> skipped,
        double exportDifference,
        List<TagScore> presence) {

    DetectorMetrics {
        skipped = List.copyOf(skipped);
        presence = List.copyOf(presence);
    }
}
