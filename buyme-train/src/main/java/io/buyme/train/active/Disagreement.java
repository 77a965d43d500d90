package io.buyme.train.active;

import io.buyme.api.SuperCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one detector sees and the other does not. They are compared in super-categories, and only in those that both have
 * words for: that is, that each of them found in some photo.
 */
final class Disagreement {

    private final Set<SuperCategory> common;

    Disagreement(List<PhotoFindings> photos) {
        this.common = found(photos, PhotoFindings::first);
        this.common.retainAll(found(photos, PhotoFindings::second));
    }

    private static Set<SuperCategory> found(
            List<PhotoFindings> photos, Function<PhotoFindings, List<Finding>> detector) {
        Set<SuperCategory> found = EnumSet.noneOf(SuperCategory.class);
        photos.forEach(photo -> detector.apply(photo).forEach(finding -> found.add(finding.superCategory())));
        return found;
    }

    /** Returns the share of both detectors' articles that have no counterpart among the other's. */
    Sign in(PhotoFindings photo) {
        List<Finding> first = comparable(photo.first());
        List<Finding> second = comparable(photo.second());
        int all = first.size() + second.size();
        if (all == 0) {
            return Sign.NONE;
        }
        List<String> alone = Stream.concat(alone(first, second), alone(second, first))
                .map(Finding::category)
                .distinct()
                .toList();
        long count = alone(first, second).count() + alone(second, first).count();
        String words = alone.isEmpty() ? "" : "only one detector sees " + String.join(", ", alone);
        return new Sign((double) count / all, words);
    }

    private List<Finding> comparable(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.article() && common.contains(finding.superCategory()))
                .toList();
    }

    private static Stream<Finding> alone(List<Finding> ones, List<Finding> others) {
        return ones.stream().filter(one -> others.stream().noneMatch(one::agreesWith));
    }
}
