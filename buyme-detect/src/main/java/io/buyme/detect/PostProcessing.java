package io.buyme.detect;

import io.buyme.api.Article;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes articles of what a network found, and says of each box what became of it. Safe for concurrent use. */
final class PostProcessing {

    /** More boxes than this are not compared with each other. */
    private static final int MOST_COMPARED = 1000;
    /** More boxes than this are not listed, unless they are part of an article. */
    private static final int MOST_LISTED = 100;

    private final Suppression suppression;
    private final Merging merging;

    PostProcessing(Suppression suppression, Merging merging) {
        this.suppression = suppression;
        this.merging = merging;
    }

    /** Returns the detection; boxes are listed from the most certain one on. */
    Detection detection(Findings findings, Optional<Pose> pose) {
        List<Candidate> candidates = findings.boxes().stream()
                .sorted(Comparator.comparingDouble(RawBox::score).reversed())
                .limit(MOST_COMPARED)
                .map(Candidate::new)
                .toList();
        List<Article> articles = articles(candidates, pose);
        List<DetectedBox> boxes = listed(candidates);
        List<String> notes = new ArrayList<>(findings.notes());
        int left = findings.boxes().size() - boxes.size();
        if (left > 0) {
            notes.add("%d less certain boxes, none of them an article, are not listed".formatted(left));
        }
        if (boxes.isEmpty()) {
            notes.add("the network found nothing");
        }
        return new Detection(articles, boxes, notes);
    }

    private List<Article> articles(List<Candidate> candidates, Optional<Pose> pose) {
        List<Candidate> survivors = suppression.survivors(candidates, pose);
        List<Group> groups = merging.groups(survivors);
        List<Candidate> leads = groups.stream().map(Group::lead).toList();
        return groups.stream()
                .map(group -> group.article(suppression.reasonToKeep(group.lead(), leads)))
                .toList();
    }

    private static List<DetectedBox> listed(List<Candidate> candidates) {
        List<DetectedBox> listed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            DetectedBox box = candidate.detected();
            if (box.fate() != DetectedBox.Fate.DROPPED || listed.size() < MOST_LISTED) {
                listed.add(box);
            }
        }
        return listed;
    }
}
