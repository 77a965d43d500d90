package io.buyme.image.coco;

import io.buyme.api.Mask;
import java.util.BitSet;

/** Pixels in the order of COCO: column by column, each from top to bottom. */
final class PixelBits {

    private PixelBits() {}

    /** Returns the number of pixels. */
    static int checkSize(int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a picture has pixels, and fewer than 2^31, got %d x %d".formatted(width, height));
        }
        return width * height;
    }

    /** Returns the set pixels in a rectangle just around them. */
    static Mask mask(BitSet pixels, int height) {
        if (pixels.isEmpty()) {
            return Mask.of(1, 1, (x, y) -> false);
        }
        int left = pixels.nextSetBit(0) / height;
        int right = (pixels.length() - 1) / height;
        int top = height;
        int bottom = -1;
        for (int x = left; x <= right; x++) {
            int start = x * height;
            int first = pixels.nextSetBit(start);
            int last = pixels.previousSetBit(start + height - 1);
            if (last >= start) {
                top = Math.min(top, first - start);
                bottom = Math.max(bottom, last - start);
            }
        }
        return Mask.of(left, top, right - left + 1, bottom - top + 1, (x, y) -> pixels.get(x * height + y));
    }
}
