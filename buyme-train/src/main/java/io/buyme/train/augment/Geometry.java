package io.buyme.train.augment;

/**
 * How much a picture is moved.
 *
 * @param flip how often it is mirrored, 0 to 1
 * @param rotation greatest angle either way, in degrees
 * @param translation greatest shift either way, as a share of the side
 * @param smallest smallest scale; at 1 the picture just fits
 * @param largest largest scale; beyond 1 borders are cut off
 * @param stretch greatest ratio by which width grows against height, or the other way round; 1 for none
 */
public record Geometry(
        double flip, double rotation, double translation, double smallest, double largest, double stretch) {

    /** Leaves pictures where they are. */
    public static final Geometry NONE = new Geometry(0, 0, 0, 1, 1, 1);

    /** Checks the ranges. */
    public Geometry {
        if (flip < 0 || flip > 1 || rotation < 0 || translation < 0) {
            throw new IllegalArgumentException("flip must be 0 to 1, rotation and translation not negative");
        }
        if (!(smallest > 0 && smallest <= largest && stretch >= 1)) {
            throw new IllegalArgumentException("scales must be positive and in order, stretch at least 1");
        }
    }
}
