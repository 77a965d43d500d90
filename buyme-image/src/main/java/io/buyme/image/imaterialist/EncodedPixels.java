package io.buyme.image.imaterialist;

import io.buyme.image.coco.RunLengths;
import java.util.ArrayList;
import java.util.List;

/**
 * Pixels as the challenge writes them: pairs of where a run begins and how long it is, counted from 1, down the columns
 * from the left one on.
 */
final class EncodedPixels {

    private EncodedPixels() {}

    /**
     * Reads pairs; runs that touch become one.
     *
     * @throws IllegalArgumentException if they are no pairs, not in order, or reach beyond the picture
     */
    static RunLengths parse(String text, int width, int height) {
        long pixels = (long) width * height;
        List<Integer> counts = new ArrayList<>();
        Numbers numbers = new Numbers(text);
        long end = 0;
        while (numbers.hasNext()) {
            long start = numbers.next() - 1;
            if (!numbers.hasNext()) {
                throw new IllegalArgumentException("EncodedPixels must be pairs, the last number has none beside it");
            }
            long length = numbers.next();
            check(start, length, end, pixels);
            if (start == end && !counts.isEmpty()) {
                int last = counts.size() - 1;
                counts.set(last, Math.toIntExact(counts.get(last) + length));
            } else {
                counts.add((int) (start - end));
                counts.add((int) length);
            }
            end = start + length;
        }
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("EncodedPixels has no run");
        }
        if (end < pixels) {
            counts.add((int) (pixels - end));
        }
        return RunLengths.of(width, height, counts);
    }

    private static void check(long start, long length, long end, long pixels) {
        if (start < end || length < 1) {
            throw new IllegalArgumentException(
                    "EncodedPixels has a run of %d pixels from %d on, where the one before ends at %d"
                            .formatted(length, start + 1, end));
        }
        if (start + length > pixels) {
            throw new IllegalArgumentException(
                    "EncodedPixels reaches pixel %d, the picture has %d".formatted(start + length, pixels));
        }
    }

    static String format(RunLengths runs) {
        List<Integer> counts = runs.counts();
        StringBuilder text = new StringBuilder();
        long at = 1;
        for (int i = 0; i < counts.size(); i++) {
            int count = counts.get(i);
            if (i % 2 == 1 && count > 0) {
                text.append(text.isEmpty() ? "" : " ").append(at).append(' ').append(count);
            }
            at += count;
        }
        return text.toString();
    }

    /** Whole numbers between blanks, without a string for each of them. */
    private static final class Numbers {

        private final String text;
        private int at;

        Numbers(String text) {
            this.text = text;
        }

        boolean hasNext() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length();
        }

        long next() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ' ') {
                at++;
            }
            return Integer.parseInt(text, start, at, 10);
        }
    }
}
