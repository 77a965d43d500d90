package io.buyme.train.augment;

/**
 * How values of 0 to 255 become the network's input, and the color of what is no picture.
 *
 * @param mean is taken away from each value
 * @param deviation then divides it
 * @param padding the value, on 0 to 255, of each channel where there is no picture
 */
public record PixelScale(float mean, float deviation, int padding) {

    /** What MobileNetV2 was trained with: -1 to 1, on grey. */
    public static final PixelScale MOBILE_NET = new PixelScale(128, 128, 128);

    /** Checks that the deviation is greater than zero. */
    public PixelScale {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("the deviation must be greater than zero, got " + deviation);
        }
    }

    float input(float value) {
        return (Math.min(255, Math.max(0, value)) - mean) / deviation;
    }
}
