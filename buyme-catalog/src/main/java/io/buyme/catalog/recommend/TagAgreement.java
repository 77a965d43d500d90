package io.buyme.catalog.recommend;

import io.buyme.api.Attributes.Tag;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether tags say the same of two pictures. */
final class TagAgreement {

    private TagAgreement() {}

    /**
     * Returns the mean over the groups of which both sides have tags, 0 without any. In a group, the scores of the tags
     * are two fuzzy sets, whose Jaccard index is mapped to -1..1 and multiplied by the surest score of the less sure side.
     */
    static double of(List<Tag> seen, List<Tag> offered) {
        Map<String, Map<String, Double>> left = byGroup(seen);
        Map<String, Map<String, Double>> right = byGroup(offered);
        return left.entrySet().stream()
                .filter(group -> right.containsKey(group.getKey()))
                .mapToDouble(group -> ofGroup(group.getValue(), right.getOrDefault(group.getKey(), Map.of())))
                .average()
                .orElse(0);
    }

    private static double ofGroup(Map<String, Double> left, Map<String, Double> right) {
        Set<String> names = new HashSet<>(left.keySet());
        names.addAll(right.keySet());
        double shared = 0;
        double all = 0;
        for (String name : names) {
            double one = left.getOrDefault(name, 0.0);
            double other = right.getOrDefault(name, 0.0);
            shared += Math.min(one, other);
            all += Math.max(one, other);
        }
        return all == 0 ? 0 : Math.min(surest(left), surest(right)) * (2 * shared / all - 1);
    }

    private static double surest(Map<String, Double> scores) {
        return scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Map<String, Map<String, Double>> byGroup(List<Tag> tags) {
        Map<String, Map<String, Double>> groups = new LinkedHashMap<>();
        for (Tag tag : tags) {
            groups.computeIfAbsent(tag.group(), group -> new LinkedHashMap<>())
                    .merge(tag.name(), tag.score(), Math::max);
        }
        return groups;
    }
}
