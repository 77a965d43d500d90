package io.buyme.train.augment;

/** How pixels become inputs of networks that are fed as those of torchvision are: each channel has a mean of its own. */
final class ImageNetScale {

    private static final float[] MEAN = {123.675f, 116.28f, 103.53f};
    private static final float[] DEVIATION = {58.395f, 57.12f, 57.375f};

    private ImageNetScale() {}

    static float input(int channel, float value) {
        return (Math.min(255, Math.max(0, value)) - MEAN[channel]) / DEVIATION[channel];
    }
}
