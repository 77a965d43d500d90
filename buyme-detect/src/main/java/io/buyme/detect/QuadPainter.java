package io.buyme.detect;

/**
 * Paints the pixels between four neighbouring cells of a map, each with the class whose blended value is largest. A class
 * is only looked at if it can win: a blend lies between the smallest and the largest of the four values, so a class whose
 * largest value is below some other's smallest cannot. Mostly a single class is left, and nothing need be blended.
 */
final class QuadPainter {

    private final ClassMap map;
    private final int[] candidates;
    private final float[] largest;
    private final float[] left;
    private final float[] right;

    QuadPainter(ClassMap map) {
        this.map = map;
        candidates = new int[map.classes()];
        largest = new float[map.classes()];
        left = new float[map.classes()];
        right = new float[map.classes()];
    }

    /** Paints all pixels that lie between the same four cells as this one, which is the first of them. */
    void paint(PixelClasses pixels, int row, int column) {
        int endRow = pixels.down().endOfSame(row);
        int endColumn = pixels.across().endOfSame(column);
        int cellX = pixels.across().first(column);
        int cellY = pixels.down().first(row);
        int nextX = Math.min(map.width() - 1, cellX + 1);
        int above = cellY * map.width();
        int below = Math.min(map.height() - 1, cellY + 1) * map.width();
        int count = findCandidates(above + cellX, above + nextX, below + cellX, below + nextX);
        for (int y = row; y < endRow; y++) {
            if (count == 1) {
                pixels.fill(y, column, endColumn, candidates[0]);
            } else {
                float share = pixels.down().share(y);
                for (int i = 0; i < count; i++) {
                    int c = candidates[i];
                    left[i] = blend(map.value(c, above + cellX), map.value(c, below + cellX), share);
                    right[i] = blend(map.value(c, above + nextX), map.value(c, below + nextX), share);
                }
                for (int x = column; x < endColumn; x++) {
                    pixels.set(x, y, candidates[best(count, pixels.across().share(x))]);
                }
            }
        }
    }

    private int findCandidates(int a, int b, int c, int d) {
        float bar = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < largest.length; i++) {
            float va = map.value(i, a);
            float vb = map.value(i, b);
            float vc = map.value(i, c);
            float vd = map.value(i, d);
            largest[i] = Math.max(Math.max(va, vb), Math.max(vc, vd));
            float smallest = Math.min(Math.min(va, vb), Math.min(vc, vd));
            if (smallest > bar) {
                bar = smallest;
            }
        }
        int count = 0;
        for (int i = 0; i < largest.length; i++) {
            if (largest[i] >= bar) {
                candidates[count++] = i;
            }
        }
        if (count == 0) {
            candidates[count++] = map.winner(a);
        }
        return count;
    }

    private int best(int count, float share) {
        int best = 0;
        float most = blend(left[0], right[0], share);
        for (int i = 1; i < count; i++) {
            float value = blend(left[i], right[i], share);
            if (value > most) {
                most = value;
                best = i;
            }
        }
        return best;
    }

    private static float blend(float from, float to, float share) {
        return from + share * (to - from);
    }
}
