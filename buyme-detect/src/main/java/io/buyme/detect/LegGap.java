package io.buyme.detect;

import java.util.OptionalDouble;

/** Whether the background shows between the legs, as with trousers and not with skirts and dresses. */
final class LegGap {

    private static final double FROM = 0.35;
    private static final double TO = 1.3;
    /** A single cell may be noise in the person mask. */
    private static final int MIN_GAP = 2;

    private LegGap() {}

    /**
     * Returns the share of grid rows from the thighs to the shins, or to the hem, that show background between the legs;
     * empty if the photo ends above the thighs.
     */
    static OptionalDouble share(Body body, double hem) {
        double end = Math.min(TO, Math.max(FROM + 0.25, hem));
        int rows = 0;
        int gaps = 0;
        for (int row = 0; row < body.grid().height(); row++) {
            int gap = gap(body, row, end);
            rows += gap >= 0 ? 1 : 0;
            gaps += gap >= MIN_GAP ? 1 : 0;
        }
        return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) gaps / rows);
    }

    /** Returns the cells of background between the outermost leg cells of a row, or -1 if no leg is in the row. */
    private static int gap(Body body, int row, double end) {
        int start = row * body.grid().width();
        int first = -1;
        int background = 0;
        int pending = 0;
        for (int cell = start; cell < start + body.grid().width(); cell++) {
            double station = body.map().station(cell);
            if (body.is(cell, BodyPart.LEG) && station >= FROM && station <= end) {
                first = first < 0 ? cell : first;
                background += pending;
                pending = 0;
            } else if (first >= 0 && !body.raster().isPerson(cell)) {
                pending++;
            }
        }
        return first < 0 ? -1 : background;
    }
}
