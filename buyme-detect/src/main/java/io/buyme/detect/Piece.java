package io.buyme.detect;

import io.buyme.api.Mask;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Connected pixels of one class, as runs along rows. Grows while the rows are read. */
final class Piece {

    private final int category;
    private final List<Run> runs = new ArrayList<>();
    private int area;

    Piece(int category) {
        this.category = category;
    }

    /**
     * Neighbouring pixels of a row.
     *
     * @param row in which they are
     * @param from the first column
     * @param to the column behind the last
     */
    record Run(int row, int from, int to) {

        int length() {
            return to - from;
        }
    }

    int category() {
        return category;
    }

    int area() {
        return area;
    }

    List<Run> runs() {
        return runs;
    }

    void add(Run run) {
        runs.add(run);
        area += run.length();
    }

    /** Returns all pixels of some pieces, in photo pixels. */
    static Mask mask(List<Piece> pieces, PixelClasses pixels) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (Piece piece : pieces) {
            for (Run run : piece.runs) {
                left = Math.min(left, run.from());
                right = Math.max(right, run.to());
                top = Math.min(top, run.row());
                bottom = Math.max(bottom, run.row() + 1);
            }
        }
        int width = right - left;
        BitSet bits = new BitSet(width * (bottom - top));
        for (Piece piece : pieces) {
            for (Run run : piece.runs) {
                int line = (run.row() - top) * width - left;
                bits.set(line + run.from(), line + run.to());
            }
        }
        return Mask.ofBits(pixels.x() + left, pixels.y() + top, width, bottom - top, bits);
    }
}
