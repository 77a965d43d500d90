package io.buyme.train.loop;

/**
 * The part of the network behind the backbone.
 *
 * @param dimension of the embedding
 * @param scale of the normalized embedding before the heads; larger ones let softmax become surer
 * @param dropout share of pooled features that are left out at random in training, 0 to less than 1
 */
public record NetworkShape(int dimension, double scale, double dropout) {

    /** Checks the ranges. */
    public NetworkShape {
        if (dimension < 1 || !(scale > 0) || !(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("want a dimension and a scale above zero and a dropout of 0 to 1");
        }
    }

    /** Returns 256 dimensions, scaled to 12. */
    public static NetworkShape standard() {
        return new NetworkShape(256, 12, 0.2);
    }
}
