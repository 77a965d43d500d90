package io.buyme.train.active;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Article;
import io.buyme.api.Box;
import io.buyme.api.DetectedBox;
import io.buyme.api.Detection;
import io.buyme.api.SuperCategory;
import io.buyme.api.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a detector took for an article, if only for a moment.
 *
 * @param category the detector's word, written as {@link Taxonomy#normalize} does
 * @param superCategory of the category
 * @param score how sure the detector is, 0 to 1
 * @param box around it, in pixels of the photo
 * @param article whether it became one; if not, the detector was not sure enough, or preferred another category
 */
public record Finding(String category, SuperCategory superCategory, double score, Box box, boolean article) {

    /** From this IoU on two boxes are around the same thing. */
    static final double SAME = 0.5;

    /**
     * Checks the score, and brings the category to that form.
     *
     * @throws IllegalArgumentException if the score is not 0 to 1
     */
    public Finding {
        category = Taxonomy.normalize(category);
        requireNonNull(superCategory, "superCategory");
        requireNonNull(box, "box");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score of %s must be 0 to 1, got %s".formatted(category, score));
        }
    }

    /**
     * Returns the articles of a detection and, surest first, the boxes that it dropped. Boxes that only repeat a surer one
     * of the same category are left out: they say nothing new.
     */
    public static List<Finding> of(Detection detection) {
        List<Finding> findings = new ArrayList<>();
        detection.articles().forEach(article -> findings.add(of(article, true)));
        Stream<Finding> dropped = detection.boxes().stream()
                .filter(box -> box.fate() == DetectedBox.Fate.DROPPED)
                .map(box -> of(box.article(), false))
                .sorted(Comparator.comparingDouble(Finding::score).reversed());
        for (Finding finding : dropped.toList()) {
            if (findings.stream().noneMatch(finding::repeats)) {
                findings.add(finding);
            }
        }
        return List.copyOf(findings);
    }

    private static Finding of(Article article, boolean kept) {
        double score = Math.min(1, Math.max(0, article.score()));
        return new Finding(article.category(), article.superCategory(), score, article.box(), kept);
    }

    private boolean repeats(Finding other) {
        return category.equals(other.category) && box.iou(other.box) >= SAME;
    }

    /** Tells whether another detector may mean the same thing, by whatever word of the same super-category. */
    boolean agreesWith(Finding other) {
        return superCategory == other.superCategory && box.iou(other.box) >= SAME;
    }
}
