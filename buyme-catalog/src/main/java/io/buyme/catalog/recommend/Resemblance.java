package io.buyme.catalog.recommend;

import io.buyme.api.Embedding;
import io.buyme.api.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How alike products are to each other, by the cosine of their vectors. Immutable. */
final class Resemblance {

    private final Map<String, float[]> directions = new HashMap<>();

    Resemblance(List<Scored> products) {
        for (Scored scored : products) {
            scored.candidate()
                    .product()
                    .embedding()
                    .ifPresent(e -> directions.put(scored.product().id(), direction(e)));
        }
    }

    /** Returns the cosine, at least 0; 0 where the catalogue keeps no vector of one of them. */
    double of(Product one, Product other) {
        float[] left = directions.get(one.id());
        float[] right = directions.get(other.id());
        if (left == null || right == null || left.length != right.length) {
            return 0;
        }
        return Math.max(0, dot(left, right));
    }

    /** Four sums at a time: additions that wait for each other would take most of the time of a ranking. */
    private static double dot(float[] left, float[] right) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int i = 0;
        for (; i + 4 <= left.length; i += 4) {
            first += left[i] * right[i];
            second += left[i + 1] * right[i + 1];
            third += left[i + 2] * right[i + 2];
            fourth += left[i + 3] * right[i + 3];
        }
        for (; i < left.length; i++) {
            first += left[i] * right[i];
        }
        return first + second + third + fourth;
    }

    /** Returns whether two products are variants of one style: of one group of the shop, or with as good as one picture. */
    boolean sameStyle(Product one, Product other, double duplicate) {
        Optional<String> group = one.details().group();
        return (group.isPresent() && group.equals(other.details().group()))
                || one.image().equals(other.image())
                || of(one, other) >= duplicate;
    }

    private static float[] direction(Embedding embedding) {
        float[] values = embedding.toArray();
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }
}
