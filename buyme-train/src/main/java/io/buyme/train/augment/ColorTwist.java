package io.buyme.train.augment;

import static io.buyme.train.augment.Placement.between;

import java.util.SplittableRandom;

/** A linear change of colors: brightness, contrast, saturation and hue in one matrix. */
final class ColorTwist {

    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    /** Rows of three factors and a constant. */
    private final float[] matrix;

    private ColorTwist(float[] matrix) {
        this.matrix = matrix;
    }

    static ColorTwist draw(ColorJitter jitter, SplittableRandom random) {
        double brightness = factor(jitter.brightness(), random);
        double contrast = factor(jitter.contrast(), random);
        double saturation = factor(jitter.saturation(), random);
        double hue = Math.toRadians(between(-jitter.hue(), jitter.hue(), random));
        double cos = Math.cos(hue);
        // A turn about the grey axis (Rodrigues' formula), mixed with grey for saturation.
        double along = (1 - cos) / 3;
        double across = Math.sin(hue) / Math.sqrt(3);
        double[][] turn = {
            {cos + along, along - across, along + across},
            {along + across, cos + along, along - across},
            {along - across, along + across, cos + along}
        };
        double[] grey = {RED, GREEN, BLUE};
        float[] matrix = new float[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double mixed = saturation * turn[row][column] + (1 - saturation) * grey[column];
                matrix[row * 4 + column] = (float) (brightness * contrast * mixed);
            }
            matrix[row * 4 + 3] = (float) (128 * brightness * (1 - contrast));
        }
        return new ColorTwist(matrix);
    }

    private static double factor(double most, SplittableRandom random) {
        return Math.exp(between(-Math.log1p(most), Math.log1p(most), random));
    }

    float apply(int channel, float red, float green, float blue) {
        int at = channel * 4;
        return matrix[at] * red + matrix[at + 1] * green + matrix[at + 2] * blue + matrix[at + 3];
    }
}
