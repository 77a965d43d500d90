package io.buyme.train.active;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores that could as well be on the other side of one half. */
final class Doubt {

    /** So many findings are looked at, the least sure ones: three doubts are worth more than one, ten not more. */
    private static final int FINDINGS = 3;

    /** From this margin on it is worth telling. */
    private static final double WORTH_TELLING = 0.6;

    private Doubt() {}

    /** Returns the mean doubt of the three least sure findings; those that there are fewer than three count as sure. */
    static Sign about(List<Finding> findings) {
        List<Finding> leastSure = findings.stream()
                .sorted(Comparator.comparingDouble(Doubt::of).reversed())
                .limit(FINDINGS)
                .toList();
        double sum = leastSure.stream().mapToDouble(Doubt::of).sum();
        String words = leastSure.stream()
                .filter(finding -> of(finding) >= WORTH_TELLING)
                .map(finding -> String.format(Locale.ROOT, "%s (%.2f)", finding.category(), finding.score()))
                .collect(Collectors.joining(", "));
        return new Sign(sum / FINDINGS, words.isEmpty() ? "" : "unsure of " + words);
    }

    /** Returns 1 for a score of one half, 0 for a score of 0 or 1, and what is on the line between. */
    private static double of(Finding finding) {
        return 1 - Math.abs(2 * finding.score() - 1);
    }
}
