package io.buyme.detect.cam;

import static java.util.Objects.requireNonNull;

import io.buyme.api.SuperCategory;

/**
 * One of the categories that a model tells.
 *
 * @param name as the model has it
 * @param superCategory in which its like are searched
 * @param scale of the tag's logit, for its probability (Platt 1999)
 * @param offset added to that
 */
record CamCategory(String name, SuperCategory superCategory, double scale, double offset) {

    CamCategory {
        requireNonNull(name, "name");
        requireNonNull(superCategory, "superCategory");
        if (!Double.isFinite(scale + offset)) {
            throw new IllegalArgumentException(
                    "want finite numbers for the probability of %s, got %s and %s".formatted(name, scale, offset));
        }
    }

    /** Returns the probability that the category is there. */
    double probability(double logit) {
        return 1 / (1 + Math.exp(-(scale * logit + offset)));
    }
}
