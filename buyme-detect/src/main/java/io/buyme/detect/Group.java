package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox.Fate;
import io.buyme.api.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes that are one article; mostly a single one. Category and score are those of the first. */
final class Group {

    private final List<Candidate> members = new ArrayList<>();
    private Box box;

    Group(Candidate lead) {
        members.add(lead);
        box = lead.box();
    }

    Candidate lead() {
        return members.get(0);
    }

    List<Candidate> members() {
        return List.copyOf(members);
    }

    Box box() {
        return box;
    }

    void add(Candidate member, String reason) {
        member.decide(Fate.MERGED, reason);
        members.add(member);
        box = box.union(member.box());
    }

    /** Returns the article, and decides on the first of the boxes. */
    Article article(String reasonToKeep) {
        if (members.size() == 1) {
            lead().decide(Fate.KEPT, reasonToKeep);
        } else {
            lead().decide(
                            Fate.MERGED,
                            "%s; one article with %s"
                                    .formatted(reasonToKeep, labels(members.subList(1, members.size()))));
        }
        return new Article(lead().category(), lead().superCategory(), lead().score(), box, mask());
    }

    private Optional<Mask> mask() {
        List<Mask> masks = members.stream().flatMap(m -> m.mask().stream()).toList();
        return masks.size() < 2 ? masks.stream().findFirst() : Optional.of(union(masks));
    }

    private static Mask union(List<Mask> masks) {
        Box bounds = masks.stream()
                .flatMap(mask -> mask.bounds().stream())
                .reduce(Box::union)
                .orElseThrow(() -> new IllegalStateException("a mask of a box marks some pixel"));
        return Mask.of(
                (int) bounds.x(),
                (int) bounds.y(),
                (int) bounds.width(),
                (int) bounds.height(),
                (x, y) -> masks.stream().anyMatch(mask -> mask.contains(x, y)));
    }

    private static String labels(List<Candidate> candidates) {
        return String.join(", ", candidates.stream().map(Candidate::label).toList());
    }
}
