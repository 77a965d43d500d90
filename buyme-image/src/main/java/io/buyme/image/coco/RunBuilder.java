package io.buyme.image.coco;

import java.util.Arrays;

/** Collects runs one after the other, and joins neighbours of a kind. */
final class RunBuilder {

    /** Even entries count unset pixels, odd ones set pixels. */
    private int[] counts = new int[64];

    private int last;

    void append(int length, boolean set) {
        if (length == 0) {
            return;
        }
        if (set != (last % 2 == 1)) {
            last++;
            if (last == counts.length) {
                counts = Arrays.copyOf(counts, 2 * counts.length);
            }
        }
        counts[last] += length;
    }

    RunLengths build(int width, int height) {
        return new RunLengths(width, height, Arrays.copyOf(counts, last + 1));
    }
}
