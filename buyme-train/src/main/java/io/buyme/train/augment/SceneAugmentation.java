package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

/**
 * How much photos of people are varied.
 *
 * @param geometry how much the person is moved
 * @param color how much colors change
 * @param closeUp how often a part of the person is shown instead of the whole, 0 to 1
 * @param nearest largest magnification of such a part
 */
public record SceneAugmentation(Geometry geometry, ColorJitter color, double closeUp, double nearest) {

    /** Shows the person as inference does. */
    public static final SceneAugmentation NONE = new SceneAugmentation(Geometry.NONE, ColorJitter.NONE, 0, 1);

    /** Checks the ranges. */
    public SceneAugmentation {
        requireNonNull(geometry, "geometry");
        requireNonNull(color, "color");
        if (!(closeUp >= 0 && closeUp <= 1 && nearest >= 1)) {
            throw new IllegalArgumentException("closeUp must be 0 to 1, nearest at least 1");
        }
    }

    /** Returns what the detectors that come with BuyMe were trained with. */
    public static SceneAugmentation standard() {
        return new SceneAugmentation(
                new Geometry(0.5, 8, 0.06, 0.8, 1.3, 1.15), new ColorJitter(0.25, 0.2, 0.25, 8, 5), 0.25, 2.5);
    }
}
