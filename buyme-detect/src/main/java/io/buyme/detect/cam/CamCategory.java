package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.SuperCategory;

/**
 * One of the categories that a model tells, and how its heat becomes boxes.
 *
 * @param name as the model has it
 * @param superCategory in which its like are searched
 * @param scale of the tag's logit, for its probability (Platt 1999)
 * @param offset added to that
 * @param threshold share of the greatest heat from which on a place belongs to the article, 0 to 1
 * @param part share of the heat of the largest piece from which on another piece is a part of the article, 0 to 1
 */
public record CamCategory(
        String name, SuperCategory superCategory, double scale, double offset, double threshold, double part) {

    /** Checks the ranges. */
    public CamCategory {
        requireNonNull(name, "name");
        requireNonNull(superCategory, "superCategory");
        if (!(threshold > 0 && threshold < 1 && part > 0 && part <= 1) || !Double.isFinite(scale + offset)) {
            throw new IllegalArgumentException(
                    "want finite scale and offset, threshold and part from 0 to 1, got %s %s %s %s"
                            .formatted(scale, offset, threshold, part));
        }
    }

    /** Returns the probability that the category is there. */
    public double probability(double logit) {
        return 1 / (1 + Math.exp(-(scale * logit + offset)));
    }

    /** Returns this category with other ways to make boxes. */
    public CamCategory with(double newThreshold, double newPart) {
        return new CamCategory(name, superCategory, scale, offset, newThreshold, newPart);
    }
}
