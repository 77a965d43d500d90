package io.buyme.api;

import java.util.BitSet;
import java.util.Optional;

/**
 * A set of pixels: a bit per pixel inside a rectangle with whole-numbered edges, nothing outside of it. Immutable.
 */
public final class Mask {

    private final int x;
    private final int y;
    private final int width;
    private final int height;
    private final BitSet bits;

    private Mask(int x, int y, int width, int height, BitSet bits) {
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
        this.bits = bits;
    }

    /** Tells for a pixel whether it belongs to a mask. */
    @FunctionalInterface
    public interface PixelTest {

        /** Returns whether the pixel in this column and row is set. */
        boolean test(int x, int y);
    }

    /** Returns the mask of those pixels from (0, 0) to (width - 1, height - 1) that pass the test. */
    public static Mask of(int width, int height, PixelTest test) {
        return of(0, 0, width, height, test);
    }

    /**
     * Returns the mask of those pixels of a rectangle that pass the test.
     *
     * @throws IllegalArgumentException if the rectangle is empty
     */
    public static Mask of(int x, int y, int width, int height, PixelTest test) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a mask needs at least one pixel, got " + width + "x" + height);
        }
        BitSet bits = new BitSet(Math.multiplyExact(width, height));
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++, i++) {
                if (test.test(x + column, y + row)) {
                    bits.set(i);
                }
            }
        }
        return new Mask(x, y, width, height, bits);
    }

    /**
     * Returns the mask of those pixels of a rectangle whose bit is set.
     *
     * @param bits row by row: that of a pixel is at {@code row * width + column}; copied
     * @throws IllegalArgumentException if the rectangle is empty, or a bit lies behind its end
     */
    public static Mask ofBits(int x, int y, int width, int height, BitSet bits) {
        if (width < 1 || height < 1 || bits.length() > Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    "a mask of %dx%d pixels does not hold %d bits".formatted(width, height, bits.length()));
        }
        return new Mask(x, y, width, height, (BitSet) bits.clone());
    }

    /** Tells whether the pixel is set; false outside the mask's rectangle. */
    public boolean contains(int px, int py) {
        int column = px - x;
        int row = py - y;
        return column >= 0 && row >= 0 && column < width && row < height && bits.get(row * width + column);
    }

    /** Returns the left edge of the rectangle. */
    public int x() {
        return x;
    }

    /** Returns the top edge of the rectangle. */
    public int y() {
        return y;
    }

    /** Returns the width of the rectangle. */
    public int width() {
        return width;
    }

    /** Returns the height of the rectangle. */
    public int height() {
        return height;
    }

    /** Returns the number of pixels that are set. */
    public int area() {
        return bits.cardinality();
    }

    /** Returns the smallest box around the pixels that are set, if there are any. */
    public Optional<Box> bounds() {
        int left = width;
        int right = -1;
        int top = -1;
        int bottom = -1;
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit((bottom + 1) * width)) {
            bottom = i / width;
            top = top < 0 ? bottom : top;
            left = Math.min(left, i % width);
            right = Math.max(right, bits.previousSetBit((bottom + 1) * width - 1) % width);
        }
        return right < 0
                ? Optional.empty()
                : Optional.of(new Box(x + left, y + top, right - left + 1, bottom - top + 1));
    }

    /** Returns this mask moved by whole pixels. The pixels are shared, not copied. */
    public Mask translate(int dx, int dy) {
        return new Mask(x + dx, y + dy, width, height, bits);
    }

    /** Returns the pixels that this mask and the test have in common, in this mask's rectangle. */
    public Mask and(PixelTest test) {
        return of(x, y, width, height, (px, py) -> contains(px, py) && test.test(px, py));
    }

    /** Returns the number of pixels set in both. */
    public int intersectionArea(Mask other) {
        int common = 0;
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            if (other.contains(x + i % width, y + i / width)) {
                common++;
            }
        }
        return common;
    }

    /** Returns the intersection over union (IoU) of the pixels; 0 if neither has any. */
    public double iou(Mask other) {
        int common = intersectionArea(other);
        int union = area() + other.area() - common;
        return union == 0 ? 0 : (double) common / union;
    }

    /** Two masks are equal if the same pixels are set, whatever their rectangles. */
    @Override
    public boolean equals(Object o) {
        if (!(o instanceof Mask other)) {
            return false;
        }
        int size = area();
        int common = intersectionArea(other);
        return size == other.area() && size == common;
    }

    @Override
    public int hashCode() {
        return 31 * area() + bounds().hashCode();
    }

    @Override
    public String toString() {
        return "Mask[x=%d, y=%d, width=%d, height=%d, area=%d]".formatted(x, y, width, height, area());
    }
}
