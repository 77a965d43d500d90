package io.buyme.image;

import io.buyme.api.Mask;
import java.awt.image.BufferedImage;

/** A mask and the color in which it is shown. */
record PaintedMask(Mask mask, int rgb) {

    private static final int TINT = 64; // of 256, little enough to see the cloth below
    private static final int EDGE = 218;

    /** Tints the mask's pixels in a TYPE_INT_RGB picture, and the outermost ones more strongly. */
    void paint(BufferedImage picture, int edgeWidth) {
        int[] pixels = RgbPixels.of(picture);
        int left = Math.max(0, mask.x());
        int right = Math.min(picture.getWidth(), mask.x() + mask.width());
        int bottom = Math.min(picture.getHeight(), mask.y() + mask.height());
        for (int y = Math.max(0, mask.y()); y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (mask.contains(x, y)) {
                    int i = y * picture.getWidth() + x;
                    pixels[i] = blend(pixels[i], isEdge(x, y, edgeWidth) ? EDGE : TINT);
                }
            }
        }
    }

    private boolean isEdge(int x, int y, int width) {
        return !(mask.contains(x - width, y)
                && mask.contains(x + width, y)
                && mask.contains(x, y - width)
                && mask.contains(x, y + width));
    }

    private int blend(int below, int share) {
        int blended = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = (below >> shift) & 0xff;
            int to = (rgb >> shift) & 0xff;
            blended |= ((from * (256 - share) + to * share) / 256) << shift;
        }
        return blended;
    }
}
