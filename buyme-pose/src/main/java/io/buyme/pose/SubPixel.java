package io.buyme.pose;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the position of a keypoint is found more finely than to a cell of its heat map. */
enum SubPixel {

    /** The middle of the highest cell. */
    NONE {
        @Override
        Peak refine(HeatMap map, int column, int row) {
            return new Peak(column, row, map.at(column, row));
        }
    },

    /**
     * A quarter of a cell towards the higher neighbor on either axis (Newell, Yang and Deng: Stacked Hourglass Networks for
     * Human Pose Estimation, ECCV 2016), as HRNet's own code does.
     */
    QUARTER {
        @Override
        Peak refine(HeatMap map, int column, int row) {
            if (nearEdge(map, column, row, 1)) {
                return NONE.refine(map, column, row);
            }
            double right = Math.signum(map.at(column + 1, row) - map.at(column - 1, row));
            double lower = Math.signum(map.at(column, row + 1) - map.at(column, row - 1));
            return new Peak(column + 0.25 * right, row + 0.25 * lower, map.at(column, row));
        }
    },

    /** The summit of the bell that fits the cells around the highest one; see {@link Dark}. */
    DARK {
        @Override
        Peak refine(HeatMap map, int column, int row) {
            return nearEdge(map, column, row, 2) ? NONE.refine(map, column, row) : Dark.refine(map, column, row);
        }
    };

    /** Returns the refinement of a name as options have it. */
    static SubPixel of(String name) {
        return Arrays.stream(values())
                .filter(refinement -> refinement.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("option refinement must be one of "
                        + Arrays.stream(values()).map(SubPixel::id).collect(Collectors.joining(", ")) + ", is "
                        + name));
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean nearEdge(HeatMap map, int column, int row, int margin) {
        return column < margin || row < margin || column >= map.width() - margin || row >= map.height() - margin;
    }

    /**
     * Returns the peak in cells.
     *
     * @param column of the highest cell
     * @param row of the highest cell
     */
    abstract Peak refine(HeatMap map, int column, int row);
}
