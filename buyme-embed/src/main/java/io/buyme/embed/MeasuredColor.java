package io.buyme.embed;

/**
 * Puts the measured colours of an article beside what a network says of it. A network that was trained to tell kinds of
 * clothes apart in any light learns to overlook colour; people who look for a product like theirs do not.
 *
 * <p>Both parts have a fixed share of the cosine. Articles of different kinds are so far apart for the network that the
 * colours mostly order the articles of one kind.
 *
 * @param share of the cosine that is colour, 0 to less than 1; with 0 the network's vector stays as it is
 */
record MeasuredColor(double share) {

    static final MeasuredColor NONE = new MeasuredColor(0);

    private static final ColorBlock COLORS = new ColorBlock(4, 24, 2);

    MeasuredColor {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("the share of colour must be 0 to less than 1, got " + share);
        }
    }

    boolean isOn() {
        return share > 0;
    }

    /** Returns the version of the joined vectors. */
    String version(String network) {
        return isOn() ? "%s+color-%s".formatted(network, share) : network;
    }

    /** Returns the length of the joined vector. */
    int dimension(int network) {
        return isOn() ? network + COLORS.dimension() : network;
    }

    /** Returns a vector of length 1, in which both parts have their share. */
    float[] join(float[] network, Raster article) {
        return new JointVector(dimension(network.length))
                .add(network, 1 - share)
                .add(COLORS.describe(article), share)
                .toArray();
    }
}
