package io.buyme.pose;

/**
 * Distribution-aware decoding of a heat map (Zhang, Zhu, Dai, Ye and Zhu: Distribution-Aware Coordinate Representation for
 * Human Pose Estimation, CVPR 2020). Networks learn bells of Gauss, whose logarithm is a paraboloid: its slopes and bends at
 * the highest cell say where the summit is. The map is smoothed first by the bell it was learned with, as real ones have
 * several small peaks around the large one.
 */
final class Dark {

    /** Networks of 64 x 48 cells learn bells of 2 cells, those of 96 x 72 of 3. */
    private static final double CELLS_PER_DEVIATION = 32;

    /** Beyond so many deviations a bell is next to nothing; the paper's code smooths over 11 cells for a deviation of 2. */
    private static final double REACH = 2.5;

    /** The slopes are measured between neighbors, the bends between their neighbors. */
    private static final int AROUND = 2;

    private static final int SIDE = 2 * AROUND + 1;
    private static final double SMALLEST = 1e-10;

    private final double[] logs;

    private Dark(double[] logs) {
        this.logs = logs;
    }

    /** Returns the summit near a cell, or that cell's middle if there is none within a cell of it. */
    static Peak refine(HeatMap map, int column, int row) {
        Dark dark = new Dark(logs(map, column, row));
        double slopeX = (dark.at(1, 0) - dark.at(-1, 0)) / 2;
        double slopeY = (dark.at(0, 1) - dark.at(0, -1)) / 2;
        double bendX = (dark.at(2, 0) - 2 * dark.at(0, 0) + dark.at(-2, 0)) / 4;
        double bendY = (dark.at(0, 2) - 2 * dark.at(0, 0) + dark.at(0, -2)) / 4;
        double twist = (dark.at(1, 1) - dark.at(-1, 1) - dark.at(1, -1) + dark.at(-1, -1)) / 4;
        double determinant = bendX * bendY - twist * twist;
        double right = (twist * slopeY - bendY * slopeX) / determinant;
        double lower = (twist * slopeX - bendX * slopeY) / determinant;
        boolean summit = bendX < 0 && determinant > 0 && Math.abs(right) <= 1 && Math.abs(lower) <= 1;
        return summit
                ? new Peak(column + right, row + lower, map.at(column, row))
                : SubPixel.NONE.refine(map, column, row);
    }

    private double at(int right, int lower) {
        return logs[(lower + AROUND) * SIDE + right + AROUND];
    }

    /** Returns the logarithms of the smoothed map in a square around a cell; smoothing takes rows first, then columns. */
    private static double[] logs(HeatMap map, int column, int row) {
        double deviation = map.height() / CELLS_PER_DEVIATION;
        int reach = Math.max(1, (int) Math.round(REACH * deviation));
        double[] bell = new double[2 * reach + 1];
        for (int i = 0; i < bell.length; i++) {
            double distance = (i - reach) / deviation;
            bell[i] = Math.exp(-distance * distance / 2);
        }
        int rows = SIDE + 2 * reach;
        double[] smoothRows = new double[rows * SIDE];
        for (int i = 0; i < smoothRows.length; i++) {
            int y = row - AROUND - reach + i / SIDE;
            int x = column - AROUND - reach + i % SIDE;
            for (int k = 0; k < bell.length; k++) {
                smoothRows[i] += bell[k] * map.at(x + k, y);
            }
        }
        double[] logs = new double[SIDE * SIDE];
        for (int i = 0; i < logs.length; i++) {
            double sum = 0;
            for (int k = 0; k < bell.length; k++) {
                sum += bell[k] * smoothRows[i + k * SIDE];
            }
            logs[i] = Math.log(Math.max(SMALLEST, sum));
        }
        return logs;
    }
}
