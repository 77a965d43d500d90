package io.buyme.train.augment;

import static java.util.Objects.requireNonNull;

/**
 * How much photos of people are varied for a network that finds joints.
 *
 * @param geometry how much the person is moved
 * @param color how much colors change
 * @param halfBody how often only the upper or the lower half of the person is looked at, 0 to 1
 * @param occlusion how often rectangles hide parts of the picture, 0 to 1
 * @param scenery how often something else is behind the person, where it is known which pixels she has, 0 to 1
 * @param coarse how often the picture has fewer pixels than it could have, as small photos of shops do, 0 to 1
 */
public record PersonAugmentation(
        Geometry geometry, ColorJitter color, double halfBody, double occlusion, double scenery, double coarse) {

    /** Shows the person as inference does. */
    public static final PersonAugmentation NONE = new PersonAugmentation(Geometry.NONE, ColorJitter.NONE, 0, 0, 0, 0);

    /** Checks the ranges. */
    public PersonAugmentation {
        requireNonNull(geometry, "geometry");
        requireNonNull(color, "color");
        if (!isShare(halfBody) || !isShare(occlusion) || !isShare(scenery) || !isShare(coarse)) {
            throw new IllegalArgumentException("halfBody, occlusion, scenery and coarse must be 0 to 1");
        }
    }

    /** Returns what the network that comes with BuyMe was trained with. */
    public static PersonAugmentation standard() {
        return new PersonAugmentation(
                new Geometry(0.5, 40, 0.1, 0.65, 1.35, 1.1),
                new ColorJitter(0.25, 0.25, 0.4, 15, 6),
                0.25,
                0.5,
                0.3,
                0.3);
    }

    /** Returns boxes that are not quite right and people who lean: what a measure of robustness looks at. */
    public static PersonAugmentation jitter() {
        return new PersonAugmentation(new Geometry(0, 30, 0.08, 0.75, 1.25, 1), ColorJitter.NONE, 0, 0, 0, 0);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
