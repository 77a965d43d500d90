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
     * Returns the weight of the rarest category in a photo: 1 for that of the fewest labels, falling with the square root
     * of their number, as what a label teaches does; times the score with which the category was found.
     */
    Sign rarityIn(PhotoFindings photo) {
        Sign rarest = Sign.NONE;
        for (Finding finding : photo.first()) {
            double value = finding.score() * weight(finding.category());
            if (value > rarest.value()) {
                rarest = new Sign(value, words(finding));
            }
        }
        return rarest;
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
