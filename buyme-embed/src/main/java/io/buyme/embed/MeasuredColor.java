package io.buyme.embed;

import io.buyme.api.SuperCategory;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the measured colours of an article beside what a network says of it. A network that was trained to tell kinds of
 * clothes apart in any light learns to overlook colour; people who look for a product like theirs do not.
 *
 * <p>Both parts have a fixed share of the cosine. If the kind of the article is not known, the network has to find it out,
 * and colour must not drown it. If it is known, only articles of that kind are searched, and colour says more: the
 * network's share is squared, such as from 0.7 to 0.49. Vectors made with and without the kind may be compared: the
 * shares are then in between, and the cosine of one article with itself is a little less than 1.
 *
 * @param share of the cosine that is colour if the kind is not known, 0 to less than 1; with 0 the network's vector stays
 *     as it is
 */
record MeasuredColor(double share) {

    static final MeasuredColor NONE = new MeasuredColor(0);

    private static final ColorBlock COLORS = ColorBlock.fine();

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
        return isOn() ? String.format(Locale.ROOT, "%s+color-%s-%.4f", network, share, shareOfKnownKind()) : network;
    }

    /** Returns the length of the joined vector. */
    int dimension(int network) {
        return isOn() ? network + COLORS.dimension() : network;
    }

    /**
     * Returns a vector of length 1, in which both parts have their share.
     *
     * @param network what it says, of any length but 0
     */
    float[] join(float[] network, Raster article, Optional<SuperCategory> kind) {
        double colorful = kind.isPresent() ? shareOfKnownKind() : share;
        return new JointVector(dimension(network.length))
                .add(network, 1 - colorful)
                .add(COLORS.describe(article), colorful)
                .toArray();
    }

    private double shareOfKnownKind() {
        return 1 - (1 - share) * (1 - share);
    }
}
