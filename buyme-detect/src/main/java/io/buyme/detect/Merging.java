package io.buyme.detect;

import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.SuperCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which boxes are one article. */
enum Merging {
    /** Each box is its own article. */
    NONE,
    /** A person wears one pair of shoes: footwear becomes one article. */
    PAIRS,
    /** A person wears one article of a category: what is of one category becomes one article; so does footwear. */
    CATEGORY;

    /** Shoes of one pair differ no more than this in their boxes' area, as seen from the side or in front. */
    private static final double ALIKE = 5;

    private static final double MOSTLY = 0.5;

    /**
     * Returns the merging of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Merging of(String name) {
        List<String> names = Arrays.stream(values())
                .map(merging -> merging.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("option merge must be one of %s, got '%s'".formatted(names, name));
        }
        return values()[names.indexOf(name)];
    }

    /** Puts boxes into groups, each one article; drops a third shoe. */
    List<Group> groups(List<Candidate> mostCertainFirst) {
        List<Group> groups = new ArrayList<>();
        for (Candidate candidate : mostCertainFirst) {
            Optional<Group> group =
                    groups.stream().filter(g -> belongs(candidate, g.lead())).findFirst();
            if (group.isEmpty()) {
                groups.add(new Group(candidate));
            } else if (this == CATEGORY && isOf(group.get(), candidate.category())) {
                group.get()
                        .add(
                                candidate,
                                "another piece of %s"
                                        .formatted(group.get().lead().label()));
            } else {
                addShoe(group.get(), candidate);
            }
        }
        return groups;
    }

    private boolean belongs(Candidate candidate, Candidate lead) {
        boolean footwear =
                candidate.superCategory() == SuperCategory.FOOTWEAR && lead.superCategory() == SuperCategory.FOOTWEAR;
        return this != NONE
                && (footwear || (this == CATEGORY && candidate.category().equals(lead.category())));
    }

    private static boolean isOf(Group group, String category) {
        return group.members().stream().anyMatch(member -> member.category().equals(category));
    }

    private static void addShoe(Group pair, Candidate shoe) {
        String lead = pair.lead().label();
        double ratio = shoe.box().area() / pair.lead().box().area();
        if (shoe.shareInside(pair.box()) > MOSTLY) {
            pair.add(shoe, "a part of %s".formatted(lead));
        } else if (pair.members().size() == 1 && ratio < ALIKE && ratio > 1 / ALIKE) {
            pair.add(shoe, "a pair with %s".formatted(lead));
        } else {
            shoe.decide(Fate.DROPPED, "a person wears one pair: %s is there already".formatted(lead));
        }
    }
}
