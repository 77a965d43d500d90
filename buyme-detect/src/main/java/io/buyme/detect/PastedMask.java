package io.buyme.detect;

import io.buyme.api.Box;
import io.buyme.api.Mask;
import java.util.BitSet;
import java.util.Optional;

/**
 * A small map of probabilities that is laid over a box and read between its values, bilinearly, as in Mask R-CNN (He et
 * al. 2017). Beyond the middle of its outer values it goes on as they are.
 */
final class PastedMask {

    private static final float INSIDE = 0.5f;

    private final float[] values;
    private final int width;
    private final int height;

    /**
     * Creates a map.
     *
     * @param values row by row, 0 to 1
     */
    PastedMask(float[] values, int width, int height) {
        this.values = values;
        this.width = width;
        this.height = height;
    }

    /**
     * Returns the pixels with a probability of at least one half, if there are any.
     *
     * @param where the map lies, in photo pixels
     * @param within which box, inside the photo, whole pixels are looked at
     */
    Optional<Mask> over(Box where, Box within) {
        int left = (int) Math.ceil(within.x());
        int top = (int) Math.ceil(within.y());
        int columns = (int) Math.floor(within.right()) - left;
        int rows = (int) Math.floor(within.bottom()) - top;
        if (columns < 1 || rows < 1) {
            return Optional.empty();
        }
        Axis across = Axis.of(left, columns, where.x(), where.width(), width);
        Axis down = Axis.of(top, rows, where.y(), where.height(), height);
        BitSet bits = new BitSet(columns * rows);
        float[] line = new float[width];
        for (int row = 0; row < rows; row++) {
            blendRows(down, row, line);
            for (int column = 0; column < columns; column++) {
                int cell = across.first(column);
                float from = line[cell];
                float to = line[Math.min(width - 1, cell + 1)];
                if (from + across.share(column) * (to - from) >= INSIDE) {
                    bits.set(row * columns + column);
                }
            }
        }
        return bits.isEmpty() ? Optional.empty() : Optional.of(Mask.ofBits(left, top, columns, rows, bits));
    }

    private void blendRows(Axis down, int row, float[] line) {
        int above = down.first(row) * width;
        int below = Math.min(height - 1, down.first(row) + 1) * width;
        float share = down.share(row);
        for (int i = 0; i < width; i++) {
            line[i] = values[above + i] + share * (values[below + i] - values[above + i]);
        }
    }
}
