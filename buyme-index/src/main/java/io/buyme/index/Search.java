package io.buyme.index;

import io.buyme.api.IndexQuery;
import io.buyme.api.Metric;
import io.buyme.api.Neighbor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** One query under way: its vector, and the best entries seen so far. For one thread. */
final class Search {

    /** Twice the rounding error of one float operation, so that the bounds below are safe ones. */
    private static final double ROUNDING = 0x1p-23;

    private final IndexQuery query;
    private final Metric metric;
    private final float[] vector;
    private final double length;
    private final double relativeError;
    private final TopK best;
    private final float[] row;

    /** @param most how many entries there are to find at most */
    Search(IndexQuery query, long most) {
        this.query = query;
        this.metric = query.embedding().space().metric();
        this.vector = Vectors.stored(query.embedding());
        this.length = Vectors.length(vector);
        this.relativeError = ROUNDING * (vector.length / 4.0 + 8);
        this.best = new TopK((int) Math.min(query.k(), most));
        this.row = new float[vector.length];
    }

    Set<String> partitions() {
        return query.partitions();
    }

    float[] vector() {
        return vector;
    }

    int wanted() {
        return best.limit();
    }

    /** Tells whether as many entries were found as are wanted. */
    boolean full() {
        return best.full();
    }

    OptionalInt candidates() {
        return query.candidates();
    }

    boolean filtered() {
        return query.filter().isPresent();
    }

    Optional<Predicate<String>> filter() {
        return query.filter();
    }

    List<Neighbor> result() {
        return best.bestFirst();
    }

    boolean euclidean() {
        return metric == Metric.EUCLIDEAN;
    }

    boolean looksInto(String partition) {
        return query.partitions().isEmpty() || query.partitions().contains(partition);
    }

    /** Writes the rough scores of the first rows of a block: minus squared distances or inner products. */
    void roughScores(VectorBlock block, int rows, float[] scores) {
        if (euclidean()) {
            block.minusSquaredDistances(vector, rows, scores);
        } else {
            block.dots(vector, rows, scores);
        }
    }

    /**
     * Returns an empty list for rough scores as above.
     *
     * @param longest length of a row
     */
    Shortlist shortlist(double longest) {
        // A sum of squares is as exact as its terms are; one of products cancels out. Two rows may err in two
        // directions.
        double slack = euclidean() ? 0 : 2 * relativeError * length * longest;
        return new Shortlist(this, 4 * relativeError, slackWithin(longest, slack), Integer.MAX_VALUE);
    }

    /**
     * Returns an empty list for rough scores of {@link BatchKernels}: inner products, less half the squared length of the
     * row if distances are compared.
     *
     * @param most rows that are worth listing
     */
    Shortlist shortlistOfBatch(double longest, int most) {
        double error = ROUNDING * (vector.length + 8);
        double reach = length + longest;
        double slack = euclidean() ? error * reach * reach : 2 * error * length * longest;
        // Inner products of a search alone are hardly more exact, so that would be no way out.
        return new Shortlist(this, 0, slackWithin(longest, slack), euclidean() ? most : Integer.MAX_VALUE);
    }

    private double slackWithin(double longest, double slack) {
        double reach = length + longest;
        boolean mayOverflow = reach * reach > Float.MAX_VALUE / 4;
        return mayOverflow ? Double.POSITIVE_INFINITY : slack + 2.0 * vector.length * Float.MIN_NORMAL;
    }

    boolean passes(Row candidate) {
        return passes(candidate.id());
    }

    boolean passes(String id) {
        return query.filter().isEmpty() || query.filter().get().test(id);
    }

    /** Scores a row that passes exactly, and keeps it if it is good enough. Tells whether it was kept. */
    boolean offer(Row candidate, VectorBlock block, int rowInBlock) {
        block.read(rowInBlock, row);
        return offer(candidate.id(), row, 0);
    }

    /** Scores a vector, which is somewhere in an array, as above. */
    boolean offer(String id, float[] values, int from) {
        return best.offer(new Neighbor(id, exactScore(values, from)));
    }

    private float exactScore(float[] values, int from) {
        double exact =
                switch (metric) {
                    case COSINE -> Math.max(-1, Math.min(1, ExactScores.cosine(vector, length, values, from)));
                    case DOT -> ExactScores.dot(vector, values, from);
                    case EUCLIDEAN -> -ExactScores.squaredDistance(vector, values, from);
                };
        // Adding zero turns -0 into 0, so that the two are equal however scores are compared.
        return (float) exact + 0f;
    }

    /**
     * Returns the rough score below which no row can be among the best any more: the worst kept score, less what
     * rounding may have cost a row in a single-precision sum of terms taken four at a time.
     */
    float floor(double longest) {
        double reach = length + longest;
        if (!best.full() || reach * reach > Float.MAX_VALUE / 4) {
            return Float.NEGATIVE_INFINITY;
        }
        double worst = best.worstScore();
        double scale = metric == Metric.EUCLIDEAN ? 2 * Math.abs(worst) : length * longest + Math.abs(worst);
        double underflow = (double) vector.length * Float.MIN_NORMAL;
        return (float) (worst - relativeError * scale - underflow);
    }
}
