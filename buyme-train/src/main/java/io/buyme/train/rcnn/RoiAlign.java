package io.buyme.train.rcnn;

/**
 * Reads a region of a feature map as a grid of fixed size (He et al. 2017): each cell is the mean of 2 x 2 points, each
 * read between its four neighbours. The same numbers as ONNX's RoiAlign of operator set 16 with {@code mode=avg},
 * {@code sampling_ratio=2} and {@code coordinate_transformation_mode=half_pixel}.
 */
final class RoiAlign {

    /** Points of a cell along each axis. */
    static final int SAMPLES = 2;

    private final int size;

    /**
     * Creates a reader.
     *
     * @param size width and height of the grid
     */
    RoiAlign(int size) {
        this.size = size;
    }

    /** Returns the number of values that a region has. */
    int length(int channels) {
        return channels * size * size;
    }

    /**
     * Writes a region's values, channel by channel, row by row.
     *
     * @param stride pixels of the region's unit to one place of the map
     */
    void read(FeatureMap map, int stride, Rect region, float[] into, int offset) {
        Axis rows = new Axis(region.top() / stride, region.bottom() / stride, size, map.height);
        Axis columns = new Axis(region.left() / stride, region.right() / stride, size, map.width);
        int plane = map.height * map.width;
        for (int channel = 0; channel < map.channels; channel++) {
            int from = channel * plane;
            int to = offset + channel * size * size;
            for (int i = 0; i < size * size; i++) {
                into[to + i] = cell(map, from, rows, i / size, columns, i % size);
            }
        }
    }

    private static float cell(FeatureMap map, int from, Axis rows, int row, Axis columns, int column) {
        float sum = 0;
        for (int i = row * SAMPLES; i < (row + 1) * SAMPLES; i++) {
            for (int j = column * SAMPLES; j < (column + 1) * SAMPLES; j++) {
                sum += point(map, from, rows, i, columns, j);
            }
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private static float point(FeatureMap map, int from, Axis rows, int i, Axis columns, int j) {
        if (rows.outside[i] || columns.outside[j]) {
            return 0;
        }
        float down = rows.share[i];
        float right = columns.share[j];
        int low = from + rows.low[i] * map.width;
        int high = from + rows.high[i] * map.width;
        float[] values = map.values;
        float above = (1 - right) * values[low + columns.low[j]] + right * values[low + columns.high[j]];
        float below = (1 - right) * values[high + columns.low[j]] + right * values[high + columns.high[j]];
        return (1 - down) * above + down * below;
    }

    /** Where the points lie along one axis. */
    private static final class Axis {

        private final int[] low;
        private final int[] high;
        private final float[] share;
        private final boolean[] outside;

        Axis(double start, double end, int cells, int places) {
            int points = cells * SAMPLES;
            low = new int[points];
            high = new int[points];
            share = new float[points];
            outside = new boolean[points];
            double step = (end - start) / points;
            for (int i = 0; i < points; i++) {
                // The centre of the first place is at half a unit.
                double at = start - 0.5 + (i + 0.5) * step;
                outside[i] = at < -1 || at > places;
                double within = Math.min(Math.max(at, 0), places - 1.0);
                low[i] = (int) within;
                high[i] = Math.min(low[i] + 1, places - 1);
                share[i] = (float) (within - low[i]);
            }
        }
    }
}
