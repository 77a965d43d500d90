package io.buyme.train.augment;

/**
 * How much colors change: little, as colors tell articles apart.
 *
 * @param brightness greatest factor either way, less 1
 * @param contrast greatest factor either way, less 1
 * @param saturation greatest factor either way, less 1
 * @param hue greatest turn either way, in degrees
 * @param noise standard deviation of the noise of each value, on 0 to 255
 */
public record ColorJitter(double brightness, double contrast, double saturation, double hue, double noise) {

    /** Leaves colors as they are. */
    public static final ColorJitter NONE = new ColorJitter(0, 0, 0, 0, 0);

    /** Checks the ranges. */
    public ColorJitter {
        if (!(Math.min(Math.min(brightness, contrast), Math.min(saturation, Math.min(hue, noise))) >= 0)) {
            throw new IllegalArgumentException("no jitter can be negative");
        }
    }
}
