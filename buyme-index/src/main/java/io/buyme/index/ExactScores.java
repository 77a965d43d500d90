package io.buyme.index;

/**
 * Similarities in double precision, from a query to a vector that lies somewhere in an array. All indexes score with
 * these, so all give an entry the same score. Four sums side by side, lest every addition wait for the one before.
 */
final class ExactScores {

    private ExactScores() {}

    /** Returns the cosine of the angle: that of a vector with itself is one. */
    static double cosine(float[] query, double queryLength, float[] values, int from) {
        return dot(query, values, from) / (queryLength * Math.sqrt(squares(values, from, query.length)));
    }

    static double dot(float[] query, float[] values, int from) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i <= query.length - 4; i += 4) {
            s0 += (double) query[i] * values[from + i];
            s1 += (double) query[i + 1] * values[from + i + 1];
            s2 += (double) query[i + 2] * values[from + i + 2];
            s3 += (double) query[i + 3] * values[from + i + 3];
        }
        for (; i < query.length; i++) {
            s0 += (double) query[i] * values[from + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double squaredDistance(float[] query, float[] values, int from) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = 0;
        for (; i <= query.length - 4; i += 4) {
            s0 += square((double) query[i] - values[from + i]);
            s1 += square((double) query[i + 1] - values[from + i + 1]);
            s2 += square((double) query[i + 2] - values[from + i + 2]);
            s3 += square((double) query[i + 3] - values[from + i + 3]);
        }
        for (; i < query.length; i++) {
            s0 += square((double) query[i] - values[from + i]);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double squares(float[] values, int from, int count) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = from;
        for (; i <= from + count - 4; i += 4) {
            s0 += square(values[i]);
            s1 += square(values[i + 1]);
            s2 += square(values[i + 2]);
            s3 += square(values[i + 3]);
        }
        for (; i < from + count; i++) {
            s0 += square(values[i]);
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double square(double x) {
        return x * x;
    }
}
