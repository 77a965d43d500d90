package io.buyme.train;

import io.buyme.train.pose.PoseScore;

/**
 * What a model that finds joints was measured to be worth, against its teacher on photos that it did not learn from.
 *
 * @param score in the model file's size
 * @param guess what the mean pose would get, without a look at the photo
 * @param bestEpoch after how many epochs the weights were taken
 * @param trainingSeconds spent training
 * @param photos learned from
 * @param checked photos measured on
 * @param exportDifference largest difference between the model file and DL4J
 */
record PoseMetrics(
        PoseScore score,
        PoseScore guess,
        int bestEpoch,
        double trainingSeconds,
        int photos,
        int checked,
        double exportDifference) {}
