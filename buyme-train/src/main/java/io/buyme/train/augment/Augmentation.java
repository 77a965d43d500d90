package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

/**
 * How pictures are varied, after ShopALook (flips, rotation, translation, scale, noise, color, erasing).
 *
 * @param geometry how they move
 * @param color how their colors change
 * @param backdrops what is put behind articles whose pixels are known
 * @param erase how often a rectangle is blanked, 0 to 1
 * @param erasedShare greatest share of the picture that is blanked
 */
public record Augmentation(
        Geometry geometry, ColorJitter color, BackdropMix backdrops, double erase, double erasedShare) {

    /** Shows each picture as inference does. */
    public static final Augmentation NONE =
            new Augmentation(Geometry.NONE, ColorJitter.NONE, new BackdropMix(1, 0, 0, 0), 0, 0);

    /** Checks that nothing is missing. */
    public Augmentation {
        requireNonNull(geometry, "geometry");
        requireNonNull(color, "color");
        requireNonNull(backdrops, "backdrops");
        if (erase < 0 || erase > 1 || erasedShare < 0 || erasedShare > 1) {
            throw new IllegalArgumentException("erase and erasedShare must be 0 to 1");
        }
    }

    /** Returns what has proven itself on photos of garments. */
    public static Augmentation standard() {
        return new Augmentation(
                new Geometry(0.5, 12, 0.06, 0.8, 1.2, 1.12),
                new ColorJitter(0.15, 0.15, 0.15, 4, 5),
                new BackdropMix(0.5, 0.12, 0.08, 0.15),
                0.25,
                0.15);
    }
}
