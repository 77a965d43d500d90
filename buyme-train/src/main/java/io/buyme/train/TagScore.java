package io.buyme.train;

import java.util.Comparator;
import java.util.List;

/**
 * How well a tag is told from the pictures.
 *
 * @param group of the tag
 * @param name of the tag
 * @param present how many pictures have it
 * @param absent how many have not
 * @param averagePrecision of the pictures in the order of their logits; 0 if no picture has the tag
 * @param a factor of the logit for a probability
 * @param b constant for a probability
 */
record TagScore(String group, String name, long present, long absent, double averagePrecision, double a, double b) {

    /** Of tags that fewer pictures have, precision says little. */
    private static final int ENOUGH = 5;

    static TagScore of(String group, String name, List<PlattScaling.Seen> seen) {
        PlattScaling scaling = PlattScaling.fit(seen);
        long present = seen.stream().filter(PlattScaling.Seen::present).count();
        return new TagScore(
                group, name, present, seen.size() - present, averagePrecision(seen), scaling.a(), scaling.b());
    }

    /** Returns the mean average precision of those tags that enough pictures have; 0 if there are none. */
    static double meanPrecision(List<TagScore> scores) {
        return scores.stream()
                .filter(score -> score.present() >= ENOUGH)
                .mapToDouble(TagScore::averagePrecision)
                .average()
                .orElse(0);
    }

    private static double averagePrecision(List<PlattScaling.Seen> seen) {
        List<PlattScaling.Seen> ranked = seen.stream()
                .sorted(Comparator.comparingDouble(PlattScaling.Seen::logit).reversed())
                .toList();
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).present()) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return hits == 0 ? 0 : sum / hits;
    }

    String toLine() {
        return "%s\t%s\t%s\t%s".formatted(group, name, a, b);
    }
}
