package io.buyme.train.objective;

import static java.util.Objects.requireNonNull;

/**
 * What to train for, and how much each objective counts; an objective with the weight 0 is off.
 *
 * @param softmax weight of telling classes apart
 * @param multilabel weight of naming tags
 * @param triplet weight of distances
 * @param reconstruction weight of drawing the picture again from its embedding, which needs no labels
 * @param labelSmoothing of the softmax, 0 to less than 1
 * @param positiveWeight how much more a tag that is there counts than one that is not
 * @param distance of the triplets
 * @param mining of the triplets
 * @param classMargin by which another class must be farther than the same
 * @param articleMargin by which another article of the class must be farther than the same one; 0 for no such triplets
 */
public record Objectives(
        double softmax,
        double multilabel,
        double triplet,
        double reconstruction,
        double labelSmoothing,
        double positiveWeight,
        Distance distance,
        Mining mining,
        double classMargin,
        double articleMargin) {

    /** Checks that something is trained for. */
    public Objectives {
        requireNonNull(distance, "distance");
        requireNonNull(mining, "mining");
        if (!(softmax >= 0 && multilabel >= 0 && triplet >= 0 && reconstruction >= 0)
                || softmax + multilabel + triplet + reconstruction == 0) {
            throw new IllegalArgumentException("want weights that are not negative, and one of them greater than zero");
        }
    }

    /** Returns classes, tags and distances together. */
    public static Objectives standard() {
        return new Objectives(1, 0.1, 1, 0, 0.1, 2, Distance.COSINE, Mining.SEMI_HARD, 0.3, 0.1);
    }

    /** Returns these settings with other weights. */
    public Objectives withWeights(double softmax, double multilabel, double triplet, double reconstruction) {
        return new Objectives(
                softmax,
                multilabel,
                triplet,
                reconstruction,
                labelSmoothing,
                positiveWeight,
                distance,
                mining,
                classMargin,
                articleMargin);
    }
}
