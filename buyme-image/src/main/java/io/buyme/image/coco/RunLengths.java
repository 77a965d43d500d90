package io.buyme.image.coco;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Pixels as the lengths of runs, unset and set in turn beginning with unset, column by column from the left and each
 * column from top to bottom. The compressed notation is that of the COCO tools: from the fourth run on the difference to
 * the run before the last, in characters of five bits each.
 */
public final class RunLengths implements Segmentation {

    private static final int BITS = 5;
    private static final int SIGN = 0x10;
    private static final int MORE = 0x20;
    /** Six bits and this are a printable character. */
    private static final int ZERO = 48;

    private final int width;
    private final int height;
    private final int[] counts;

    /** The counts are not copied. */
    RunLengths(int width, int height, int[] counts) {
        this.width = width;
        this.height = height;
        this.counts = counts;
        int pixels = PixelBits.checkSize(width, height);
        long sum = 0;
        for (int count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a run of " + count + " pixels");
            }
            sum += count;
        }
        if (sum != pixels) {
            throw new IllegalArgumentException("the runs have %d pixels together, a picture of %d x %d has %d"
                    .formatted(sum, width, height, pixels));
        }
    }

    /**
     * Returns runs of these lengths.
     *
     * @throws IllegalArgumentException if they are not as many pixels as the picture has
     */
    public static RunLengths of(int width, int height, List<Integer> counts) {
        return new RunLengths(
                width, height, counts.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Returns the runs of a mask.
     *
     * @throws IllegalArgumentException if the mask reaches beyond the picture
     */
    public static RunLengths of(Mask mask, int width, int height) {
        int pixels = PixelBits.checkSize(width, height);
        Box picture = new Box(0, 0, width, height);
        if (mask.bounds().filter(box -> !box.union(picture).equals(picture)).isPresent()) {
            throw new IllegalArgumentException("%s reaches beyond %d x %d".formatted(mask, width, height));
        }
        RunBuilder runs = new RunBuilder();
        int left = Math.max(0, Math.min(width, mask.x()));
        int right = Math.max(left, Math.min(width, mask.x() + mask.width()));
        runs.append(left * height, false);
        for (int x = left; x < right; x++) {
            for (int y = 0; y < height; y++) {
                runs.append(1, mask.contains(x, y));
            }
        }
        runs.append(pixels - right * height, false);
        return runs.build(width, height);
    }

    /** Returns the runs of what an annotation says, itself if it is in runs. */
    public static RunLengths of(Segmentation segmentation, CocoImage image) {
        return segmentation instanceof RunLengths runs ? runs : of(segmentation.mask(), image.width(), image.height());
    }

    /**
     * Returns the runs of a box: of the pixels whose centres are in it.
     *
     * @param box its part outside the picture is left out
     */
    public static RunLengths of(Box box, int width, int height) {
        PixelBits.checkSize(width, height);
        int left = firstInside(box.x(), width);
        int right = firstInside(box.right(), width);
        int top = firstInside(box.y(), height);
        int bottom = firstInside(box.bottom(), height);
        RunBuilder runs = new RunBuilder();
        runs.append(left * height, false);
        for (int x = left; x < right; x++) {
            runs.append(top, false);
            runs.append(bottom - top, true);
            runs.append(height - bottom, false);
        }
        runs.append((width - right) * height, false);
        return runs.build(width, height);
    }

    /** Returns the first pixel whose centre is at or behind the edge. */
    private static int firstInside(double edge, int size) {
        return (int) Math.max(0, Math.min(size, Math.ceil(edge - 0.5)));
    }

    /**
     * Returns the runs that a text says.
     *
     * @throws IllegalArgumentException if it is no compressed notation, or of another number of pixels
     */
    public static RunLengths ofCompressed(int width, int height, String text) {
        int[] counts = new int[text.length()];
        int count = 0;
        for (int at = 0; at < text.length(); count++) {
            long value = 0;
            int shift = 0;
            int bits = MORE;
            while ((bits & MORE) != 0) {
                bits = bitsAt(text, at++);
                value |= (long) (bits & (MORE - 1)) << shift;
                shift += BITS;
            }
            if ((bits & SIGN) != 0) {
                value |= -1L << shift;
            }
            counts[count] = Math.toIntExact(count > 2 ? value + counts[count - 2] : value);
        }
        return new RunLengths(width, height, Arrays.copyOf(counts, count));
    }

    private static int bitsAt(String text, int at) {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the runs end in the middle of a number");
        }
        int bits = text.charAt(at) - ZERO;
        if (bits < 0 || bits >= 2 * MORE) {
            throw new IllegalArgumentException("'%s' at %d is no character of runs".formatted(text.charAt(at), at));
        }
        return bits;
    }

    /** Returns the width of the picture. */
    public int width() {
        return width;
    }

    /** Returns the height of the picture. */
    public int height() {
        return height;
    }

    /** Returns the number of set pixels. */
    public int area() {
        int area = 0;
        for (int i = 1; i < counts.length; i += 2) {
            area += counts[i];
        }
        return area;
    }

    /** Returns the lengths of the runs, unset first. */
    public List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    /** Returns the smallest box around the set pixels, if there are any; without decoding them. */
    public Optional<Box> bounds() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            int first = at;
            at += counts[i];
            if (i % 2 == 1 && counts[i] > 0) {
                int last = at - 1;
                boolean oneColumn = first / height == last / height;
                left = Math.min(left, first / height);
                right = Math.max(right, last / height);
                // A run that goes on in the next column has touched the bottom of one and the top of the other.
                top = Math.min(top, oneColumn ? first % height : 0);
                bottom = Math.max(bottom, oneColumn ? last % height : height - 1);
            }
        }
        return right < 0 ? Optional.empty() : Optional.of(Box.ofEdges(left, top, right + 1, bottom + 1));
    }

    /**
     * Returns the number of pixels set in both; in time that grows with the runs, not with the pixels.
     *
     * @throws IllegalArgumentException if the pictures differ in size
     */
    public int intersectionArea(RunLengths other) {
        checkSameSize(other);
        int common = 0;
        int at = 0;
        int run = 0;
        int otherRun = 0;
        int end = counts[0];
        int otherEnd = other.counts[0];
        while (true) {
            int next = Math.min(end, otherEnd);
            common += (run & otherRun & 1) * (next - at);
            at = next;
            if (end == next) {
                if (++run == counts.length) {
                    return common;
                }
                end += counts[run];
            } else {
                if (++otherRun == other.counts.length) {
                    return common;
                }
                otherEnd += other.counts[otherRun];
            }
        }
    }

    /**
     * Returns the pixels set in this or the other.
     *
     * @throws IllegalArgumentException if the pictures differ in size
     */
    public RunLengths union(RunLengths other) {
        checkSameSize(other);
        int pixels = width * height;
        RunBuilder union = new RunBuilder();
        int run = 0;
        int otherRun = 0;
        int end = counts[0];
        int otherEnd = other.counts[0];
        for (int at = 0; at < pixels; ) {
            int next = Math.min(end, otherEnd);
            union.append(next - at, ((run | otherRun) & 1) == 1);
            at = next;
            if (end == next && run + 1 < counts.length) {
                end += counts[++run];
            }
            if (otherEnd == next && otherRun + 1 < other.counts.length) {
                otherEnd += other.counts[++otherRun];
            }
        }
        return union.build(width, height);
    }

    private void checkSameSize(RunLengths other) {
        if (width != other.width || height != other.height) {
            throw new IllegalArgumentException("runs of a picture of %d x %d and of one of %d x %d"
                    .formatted(width, height, other.width, other.height));
        }
    }

    /** Returns the runs in the compressed notation. */
    public String compressed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            append(i > 2 ? counts[i] - counts[i - 2] : counts[i], text);
        }
        return text.toString();
    }

    private static void append(int number, StringBuilder text) {
        int rest = number;
        boolean more = true;
        while (more) {
            int bits = rest & (MORE - 1);
            rest >>= BITS;
            more = rest != ((bits & SIGN) == 0 ? 0 : -1);
            text.append((char) (ZERO + (more ? bits | MORE : bits)));
        }
    }

    @Override
    public Mask mask() {
        BitSet pixels = new BitSet(width * height);
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            pixels.set(at, at + counts[i], i % 2 == 1);
            at += counts[i];
        }
        return PixelBits.mask(pixels, height);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RunLengths other
                && width == other.width
                && height == other.height
                && Arrays.equals(counts, other.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "RunLengths[%d x %d, area=%d]".formatted(width, height, area());
    }
}
