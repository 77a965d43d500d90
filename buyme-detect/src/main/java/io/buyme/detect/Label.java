package io.buyme.detect;

import io.buyme.api.SuperCategory;
import java.util.Optional;

/**
 * One of the categories that a network tells.
 *
 * @param name as the network's makers call it
 * @param superCategory in which its like are searched; none for what is no article, such as background or skin
 * @param scale of the logit of a score, for Platt scaling (Platt 1999); 1 leaves it as it is
 * @param offset added to that; 0 leaves it as it is
 */
record Label(String name, Optional<SuperCategory> superCategory, double scale, double offset) {

    private static final double CERTAIN = 1e-6;

    static Label of(String name, SuperCategory superCategory) {
        return new Label(name, Optional.of(superCategory), 1, 0);
    }

    static Label noArticle(String name) {
        return new Label(name, Optional.empty(), 1, 0);
    }

    /** Returns the score as a probability: {@code 1 / (1 + exp(-(scale * logit(score) + offset)))}. */
    double calibrate(double score) {
        if (scale == 1 && offset == 0) {
            return score;
        }
        double inside = Math.min(1 - CERTAIN, Math.max(CERTAIN, score));
        double logit = Math.log(inside / (1 - inside));
        return 1 / (1 + Math.exp(-(scale * logit + offset)));
    }
}
