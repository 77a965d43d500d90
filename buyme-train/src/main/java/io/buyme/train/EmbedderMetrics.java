package io.buyme.train;

import java.util.List;

/**
 * What a model was measured to be worth, on pictures it did not learn from, by ONNX Runtime on the model file itself.
 *
 * @param precisionAt10 of the ten training pictures nearest to a validation picture, the share of its class
 * @param top1 share of validation pictures whose nearest training picture is of their class
 * @param tagPrecision mean average precision of the tags that at least five pictures have
 * @param bestEpoch after how many epochs the weights were taken
 * @param trainingSeconds spent training
 * @param products product pictures learned from
 * @param photoArticles articles of photos learned from
 * @param skipped pictures that could not be read
 * @param exportDifference largest difference between the model file and DL4J
 * @param tags each tag
 */
record EmbedderMetrics(
        double precisionAt10,
        double top1,
        double tagPrecision,
        int bestEpoch,
        double trainingSeconds,
        int products,
        int photoArticles,
        List<String> skipped,
        double exportDifference,
        List<TagScore> tags) {

    EmbedderMetrics {
        skipped = List.copyOf(skipped);
        tags = List.copyOf(tags);
    }
}
