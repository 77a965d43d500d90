package io.buyme.onnx;

import java.util.Arrays;

/** Weighted sums of the three colours of rows of pixels. Plain loops over plain arrays, which the JVM runs in vectors. */
final class ColorRow {

    /** Dropped between the two passes, so that the second stays within 31 bits. */
    private static final int DROPPED = 4;

    private static final int LEFT = 2 * Taps.BITS - DROPPED;

    private final int[] red;
    private final int[] green;
    private final int[] blue;

    ColorRow(int width) {
        red = new int[width];
        green = new int[width];
        blue = new int[width];
    }

    void clear() {
        int half = 1 << (DROPPED - 1);
        Arrays.fill(red, half);
        Arrays.fill(green, half);
        Arrays.fill(blue, half);
    }

    /** Adds a row of pixels; the weights of all rows must add up to {@link Taps#ONE}. */
    void add(int[] row, int weight) {
        add(red, row, 16, weight);
        add(green, row, 8, weight);
        add(blue, row, 0, weight);
    }

    /** Makes a longer or shorter line of pixels of the sums. */
    void resample(Taps columns, int[] line) {
        for (int x = 0; x < line.length; x++) {
            int first = columns.first(x);
            int r = 1 << (LEFT - 1);
            int g = r;
            int b = r;
            for (int tap = 0; tap < columns.count(x); tap++) {
                int weight = columns.weight(x, tap);
                r += weight * (red[first + tap] >> DROPPED);
                g += weight * (green[first + tap] >> DROPPED);
                b += weight * (blue[first + tap] >> DROPPED);
            }
            line[x] = (r >> LEFT) << 16 | (g >> LEFT) << 8 | (b >> LEFT);
        }
    }

    private static void add(int[] sums, int[] row, int shift, int weight) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += weight * ((row[x] >> shift) & 0xFF);
        }
    }
}
