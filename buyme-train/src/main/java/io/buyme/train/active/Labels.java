package io.buyme.train.active;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many labels of each category there are, and how many more are to be expected from the photos suggested so far. For
 * one run, by one thread.
 */
final class Labels {

    private final Map<String, Integer> known;
    private final Map<String, Double> expected = new HashMap<>();
    private final double fewest;

    /**
     * Starts to count.
     *
     * @param known number of labels by category, as {@link Finding#category} writes it; one that is not there has none
     */
    Labels(Map<String, Integer> known, List<PhotoFindings> photos) {
        this.known = Map.copyOf(known);
        Stream<String> found =
                photos.stream().flatMap(photo -> photo.first().stream().map(Finding::category));
        this.fewest = Stream.concat(known.keySet().stream(), found)
                .mapToInt(category -> known.getOrDefault(category, 0))
                .min()
                .orElse(0);
    }

    /**
     * Returns how likely a photo is to teach something rare: the chance that at least one of its categories does, if each
     * does with the score that it was found with times its weight. That is 1 for the category of the fewest labels,
     * falling with the square root of their number, as what a label teaches does.
     */
    Sign rarityIn(PhotoFindings photo) {
        Map<String, Finding> surest = new HashMap<>();
        for (Finding finding : photo.first()) {
            surest.merge(finding.category(), finding, (a, b) -> b.score() > a.score() ? b : a);
        }
        double nothing = 1;
        double most = 0;
        String rarest = "";
        for (Finding finding : surest.values()) {
            double value = finding.score() * weight(finding.category());
            nothing *= 1 - value;
            if (value > most) {
                most = value;
                rarest = words(finding);
            }
        }
        return most > 0 ? new Sign(1 - nothing, rarest) : Sign.NONE;
    }

    private double weight(String category) {
        double count = known.getOrDefault(category, 0) + expected.getOrDefault(category, 0.0);
        return Math.sqrt((1 + fewest) / (1 + count));
    }

    private String words(Finding finding) {
        int count = known.getOrDefault(finding.category(), 0);
        String labels = count == 0 ? "no label" : count == 1 ? "1 label" : count + " labels";
        return String.format(
                Locale.ROOT, "perhaps %s (%.2f), which has %s", finding.category(), finding.score(), labels);
    }

    /** Counts what a suggested photo is likely to show as if it were labelled already. */
    void expect(PhotoFindings photo) {
        Map<String, Double> likely = new HashMap<>();
        photo.first().forEach(finding -> likely.merge(finding.category(), finding.score(), Math::max));
        likely.forEach((category, score) -> expected.merge(category, score, Double::sum));
    }
}
