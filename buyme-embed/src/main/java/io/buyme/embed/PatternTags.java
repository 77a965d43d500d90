package io.buyme.embed;

import io.buyme.api.Attributes.Tag;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Names the pattern of an article: plain, striped, checked, dotted, or patterned in another way. */
final class PatternTags {

    private static final String GROUP = "pattern";

    private PatternTags() {}

    /** Returns the likeliest pattern alone, as people want to read one word; the scores of all five add up to 1. */
    static Tag of(Raster article) {
        return Collections.max(scores(PatternFeatures.of(article)), Comparator.comparingDouble(Tag::score));
    }

    private static List<Tag> scores(PatternFeatures features) {
        double striped = rise(features.oneWay(), 0.62, 0.05);
        double woven = Math.max(rise(features.twoWays(), 0.62, 0.06), rise(features.crosslines(), 0.58, 0.03));
        double spotted = rise(features.spots(), 0.4, 0.06);
        // Where the edges are in order, few of them make a pattern; creases are not in order.
        double order = Math.max(rise(features.oneWay(), 0.74, 0.03), Math.max(woven, spotted));
        double patterned = rise(features.edges(), 0.19 - 0.11 * order, 0.04);
        double checked = woven * (1 - striped);
        double dotted = spotted * (1 - striped) * (1 - checked);
        double other = (1 - striped) * (1 - checked) * (1 - dotted);
        double sum = striped + checked + dotted + other;
        return List.of(
                new Tag(GROUP, "plain", 1 - patterned),
                new Tag(GROUP, "striped", patterned * striped / sum),
                new Tag(GROUP, "checked", patterned * checked / sum),
                new Tag(GROUP, "dotted", patterned * dotted / sum),
                new Tag(GROUP, "patterned", patterned * other / sum));
    }

    /** A smooth step from 0 to 1 (logistic function). */
    private static double rise(double value, double middle, double width) {
        return 1 / (1 + Math.exp((middle - value) / width));
    }
}
