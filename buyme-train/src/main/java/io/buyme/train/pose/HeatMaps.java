package io.buyme.train.pose;

import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import io.buyme.train.net.HrNet;
import java.util.Arrays;
import java.util.List;

/**
 * Heat maps of joints: a Gaussian of height 1 around the place of each that is seen, nothing for those beyond the edges.
 * As in the networks that are published, the middle of cell i is that of pixel 4 i.
 */
final class HeatMaps {

    /** Of the Gaussian, in cells. */
    static final double SIGMA = 2;

    /** Says that nothing is known of a map. */
    static final float UNKNOWN = -1;

    /** Beyond so many sigmas nothing is left. */
    private static final double REACH = 4;

    /** How far towards the larger neighbor a joint lies, as a share of a cell (Newell et al. 2016). */
    private static final double QUARTER = 0.25;

    private final PoseShape shape;

    HeatMaps(PoseShape shape) {
        this.shape = shape;
    }

    /** Returns the number of values of all maps of a picture. */
    int length() {
        return Joints.COUNT * shape.cells();
    }

    /**
     * Writes the maps that are wanted of a picture.
     *
     * @param joints in pixels of the picture from its upper left corner
     */
    void write(List<Joint> joints, float[] into, int offset) {
        for (int i = 0; i < joints.size(); i++) {
            Joint joint = joints.get(i);
            int from = offset + i * shape.cells();
            Arrays.fill(into, from, from + shape.cells(), joint.sight() == Sight.UNKNOWN ? UNKNOWN : 0);
            if (joint.sight() == Sight.SEEN) {
                heat(cell(joint.x()), cell(joint.y()), into, from);
            }
        }
    }

    private void heat(double column, double row, float[] into, int from) {
        double reach = REACH * SIGMA;
        int top = (int) Math.max(0, Math.ceil(row - reach));
        int bottom = (int) Math.min(shape.rows() - 1.0, Math.floor(row + reach));
        int left = (int) Math.max(0, Math.ceil(column - reach));
        int right = (int) Math.min(shape.columns() - 1.0, Math.floor(column + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double square = (x - column) * (x - column) + (y - row) * (y - row);
                into[from + y * shape.columns() + x] = (float) Math.exp(-square / (2 * SIGMA * SIGMA));
            }
        }
    }

    private static double cell(double pixels) {
        return (pixels - 0.5) / HrNet.CELL;
    }

    /** A joint that a network found. */
    record Peak(double x, double y, double score) {}

    /** Returns the place of the greatest heat of a map, in pixels of the picture, and how much it is. */
    Peak peak(float[] maps, int offset, int joint) {
        int from = offset + joint * shape.cells();
        int best = 0;
        for (int i = 1; i < shape.cells(); i++) {
            best = maps[from + i] > maps[from + best] ? i : best;
        }
        int column = best % shape.columns();
        int row = best / shape.columns();
        double x = column + slope(maps, from + best, 1, column, shape.columns());
        double y = row + slope(maps, from + best, shape.columns(), row, shape.rows());
        return new Peak(x * HrNet.CELL + 0.5, y * HrNet.CELL + 0.5, maps[from + best]);
    }

    private static double slope(float[] maps, int at, int step, int place, int places) {
        if (place == 0 || place == places - 1) {
            return 0;
        }
        return QUARTER * Math.signum(maps[at + step] - maps[at - step]);
    }
}
