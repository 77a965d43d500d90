package io.buyme.train.data;

import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.image.Thumbnails;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture reduced to what training needs, in few bytes: three a pixel, and one more for its mask. Immutable. */
public final class Cutout {

    private final int width;
    private final int height;
    private final byte[] rgb;
    private final byte @Nullable [] alpha;

    private Cutout(int width, int height, byte[] rgb, byte @Nullable [] alpha) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.alpha = alpha;
    }

    /** Returns the crop with at most this many pixels on its longer side. */
    public static Cutout of(Crop crop, int longestSide) {
        BufferedImage image = Thumbnails.fit(crop.image(), longestSide);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        byte[] rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        byte @Nullable [] alpha =
                crop.mask().map(mask -> alpha(mask, crop.image(), longestSide)).orElse(null);
        return new Cutout(width, height, rgb, alpha);
    }

    private static byte[] alpha(Mask mask, BufferedImage image, int longestSide) {
        BufferedImage white = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < white.getHeight(); y++) {
            for (int x = 0; x < white.getWidth(); x++) {
                if (mask.contains(x, y)) {
                    white.setRGB(x, y, 0xffffff);
                }
            }
        }
        BufferedImage small = Thumbnails.fit(white, longestSide);
        byte[] alpha = new byte[small.getWidth() * small.getHeight()];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) small.getRGB(i % small.getWidth(), i / small.getWidth());
        }
        return alpha;
    }

    /**
     * Returns the rows from one to another of a cutout without a mask.
     *
     * @param from the first row
     * @param to behind the last row
     */
    public Cutout rows(int from, int to) {
        if (from < 0 || to > height || from >= to || alpha != null) {
            throw new IllegalArgumentException("want rows of 0 to %d, got %d to %d".formatted(height, from, to));
        }
        return new Cutout(width, to - from, Arrays.copyOfRange(rgb, from * width * 3, to * width * 3), null);
    }

    /** Returns the width in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height in pixels. */
    public int height() {
        return height;
    }

    /** Tells whether it is known which pixels belong to the article. */
    public boolean masked() {
        return alpha != null;
    }

    /** Returns a channel of a pixel, 0 to 255; channel 0 is red. Not checked beyond the array's bounds. */
    public int value(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /** Returns how much of a pixel belongs to the article, 0 to 255; all of it where there is no mask. */
    public int alpha(int x, int y) {
        return alpha == null ? 255 : alpha[y * width + x] & 0xff;
    }
}
