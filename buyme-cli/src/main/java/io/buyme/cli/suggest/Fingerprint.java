package io.buyme.cli.suggest;

import java.awt.image.BufferedImage;

/**
 * What a picture looks like from far away: the difference hash, for each of 8 x 8 places whether the one to the right is
 * brighter. Scaled or compressed again, a picture keeps nearly all of its bits.
 */
final class Fingerprint {

    private static final int ROWS = 8;
    private static final int COLUMNS = 9;

    private Fingerprint() {}

    /** Returns 64 bits. */
    static long of(BufferedImage picture) {
        double[] brightness = brightness(picture);
        long bits = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column + 1 < COLUMNS; column++) {
                int at = row * COLUMNS + column;
                bits = bits << 1 | (brightness[at + 1] > brightness[at] ? 1 : 0);
            }
        }
        return bits;
    }

    private static double[] brightness(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double[] sums = new double[ROWS * COLUMNS];
        int[] counts = new int[ROWS * COLUMNS];
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int at = (int) ((long) y * ROWS / height) * COLUMNS + (int) ((long) x * COLUMNS / width);
                sums[at] += 3 * (line[x] >> 16 & 0xff) + 6 * (line[x] >> 8 & 0xff) + (line[x] & 0xff);
                counts[at]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }
}
