package io.buyme.train.objective;

import static java.util.Objects.requireNonNull;

import java.util.function.IntPredicate;

/**
 * Pulls embeddings of what belongs together and pushes the rest apart: max(0, D(anchor, positive) - D(anchor, negative) +
 * margin), with triplets mined inside the batch, so that one forward pass serves as the three of a siamese network.
 *
 * <p>There are two levels. On the first, positives share the class. On the second, inside a class, positives are views of
 * the same article or share all tags, and negatives do not; its margin is smaller. The labels of a row are three numbers:
 * class, article, tag set; -1 where unknown. The loss is the mean over the triplets of each level.
 */
public final class TripletLoss extends RowLoss {

    private static final long serialVersionUID = 1L;

    /** Columns of the labels. */
    public static final int LABELS = 3;

    private static final int CLASS = 0;
    private static final int ARTICLE = 1;
    private static final int TAGS = 2;

    private final Distance distance;
    private final Mining mining;
    private final double classMargin;
    private final double articleMargin;

    /**
     * Creates the loss.
     *
     * @param classMargin of the first level, greater than zero
     * @param articleMargin of the second level; 0 to do without it
     */
    public TripletLoss(double weight, Distance distance, Mining mining, double classMargin, double articleMargin) {
        super(weight);
        this.distance = requireNonNull(distance, "distance");
        this.mining = requireNonNull(mining, "mining");
        this.classMargin = classMargin;
        this.articleMargin = articleMargin;
        if (!(classMargin > 0 && articleMargin >= 0)) {
            throw new IllegalArgumentException("margins must not be negative, and that of classes greater than zero");
        }
    }

    @Override
    double compute(Matrix embeddings, Matrix labels, float[] gradient) {
        Distances distances = new Distances(embeddings, distance);
        Triplets triplets = new Triplets(distances, mining);
        double loss = triplets.mine(
                classMargin,
                labels.rows(),
                anchor -> new Triplets.Choice(
                        other -> known(labels, anchor, CLASS) && same(labels, anchor, other, CLASS),
                        other -> known(labels, anchor, CLASS)
                                && known(labels, other, CLASS)
                                && !same(labels, anchor, other, CLASS)));
        if (articleMargin > 0) {
            loss += triplets.mine(articleMargin, labels.rows(), anchor -> {
                IntPredicate alike = other -> alike(labels, anchor, other);
                return new Triplets.Choice(
                        other -> same(labels, anchor, other, CLASS) && alike.test(other),
                        other -> same(labels, anchor, other, CLASS)
                                && tagged(labels, anchor, other)
                                && !alike.test(other));
            });
        }
        triplets.addGradient(embeddings, gradient);
        return loss;
    }

    private static boolean alike(Matrix labels, int first, int second) {
        return same(labels, first, second, ARTICLE)
                || (known(labels, first, TAGS) && same(labels, first, second, TAGS));
    }

    private static boolean tagged(Matrix labels, int first, int second) {
        return known(labels, first, TAGS) && known(labels, second, TAGS);
    }

    private static boolean same(Matrix labels, int first, int second, int column) {
        return labels.at(first, column) == labels.at(second, column);
    }

    private static boolean known(Matrix labels, int row, int column) {
        return labels.at(row, column) >= 0;
    }

    @Override
    public String name() {
        return "triplet";
    }
}
