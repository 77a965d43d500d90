package io.buyme.embed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Connected regions of a set of pixels; neighbours share an edge. */
final class Regions {

    /** Regions smaller than this share of the largest one are noise; the second shoe of a pair is not. */
    private static final double NOISE = 0.15;

    private final int width;
    private final int[] labels;
    private final int[] stack;
    private int[] areas = new int[16];
    private int count;

    private Regions(boolean[] set, int width) {
        this.width = width;
        labels = new int[set.length];
        stack = new int[set.length];
        for (int i = 0; i < set.length; i++) {
            if (set[i] && labels[i] == 0) {
                label(set, i);
            }
        }
    }

    /** Returns the set without its specks and without its holes. */
    static boolean[] solid(boolean[] set, int width, int height) {
        boolean[] large = largest(set, width);
        boolean[] outside = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            outside[i] = !large[i];
        }
        Regions gaps = new Regions(outside, width);
        boolean[] open = new boolean[gaps.count + 1];
        for (int x = 0; x < width; x++) {
            open[gaps.labels[x]] = true;
            open[gaps.labels[(height - 1) * width + x]] = true;
        }
        for (int y = 0; y < height; y++) {
            open[gaps.labels[y * width]] = true;
            open[gaps.labels[(y + 1) * width - 1]] = true;
        }
        for (int i = 0; i < set.length; i++) {
            large[i] |= !open[gaps.labels[i]];
        }
        return large;
    }

    /** Returns the regions of a set of pixels. */
    static List<Region> of(boolean[] set, int width) {
        Regions regions = new Regions(set, width);
        int[] left = new int[regions.count + 1];
        int[] right = new int[regions.count + 1];
        int[] top = new int[regions.count + 1];
        int[] bottom = new int[regions.count + 1];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(top, Integer.MAX_VALUE);
        for (int i = 0; i < set.length; i++) {
            int label = regions.labels[i];
            left[label] = Math.min(left[label], i % width);
            right[label] = Math.max(right[label], i % width);
            top[label] = Math.min(top[label], i / width);
            bottom[label] = Math.max(bottom[label], i / width);
        }
        return IntStream.rangeClosed(1, regions.count)
                .mapToObj(l -> new Region(regions.areas[l], right[l] - left[l] + 1, bottom[l] - top[l] + 1))
                .toList();
    }

    /**
     * One region.
     *
     * @param area number of pixels
     * @param width of its bounds
     * @param height of its bounds
     */
    record Region(int area, int width, int height) {}

    /** Returns the set with gaps of up to twice the radius bridged (morphological closing with a square). */
    static boolean[] bridged(boolean[] set, int width, int radius) {
        int height = set.length / width;
        boolean[] grown = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            grown[i] = any(set, width, height, i % width, i / width, radius, true);
        }
        boolean[] bridged = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            bridged[i] = set[i] || !any(grown, width, height, i % width, i / width, radius, false);
        }
        return bridged;
    }

    private static boolean any(boolean[] set, int width, int height, int x, int y, int radius, boolean value) {
        for (int row = Math.max(0, y - radius); row <= Math.min(height - 1, y + radius); row++) {
            for (int column = Math.max(0, x - radius); column <= Math.min(width - 1, x + radius); column++) {
                if (set[row * width + column] == value) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean[] largest(boolean[] set, int width) {
        Regions regions = new Regions(set, width);
        int max = Arrays.stream(regions.areas).max().orElse(0);
        boolean[] large = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            large[i] = set[i] && regions.areas[regions.labels[i]] >= NOISE * max;
        }
        return large;
    }

    private void label(boolean[] set, int seed) {
        count++;
        if (count == areas.length) {
            areas = Arrays.copyOf(areas, 2 * count);
        }
        int size = 0;
        labels[seed] = count;
        stack[size++] = seed;
        while (size > 0) {
            int i = stack[--size];
            areas[count]++;
            int x = i % width;
            size = visit(set, i - 1, x > 0, size);
            size = visit(set, i + 1, x < width - 1, size);
            size = visit(set, i - width, i >= width, size);
            size = visit(set, i + width, i + width < set.length, size);
        }
    }

    private int visit(boolean[] set, int i, boolean exists, int size) {
        if (exists && set[i] && labels[i] == 0) {
            labels[i] = count;
            stack[size] = i;
            return size + 1;
        }
        return size;
    }
}
