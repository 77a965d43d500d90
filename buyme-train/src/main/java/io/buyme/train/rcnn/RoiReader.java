package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** Reads regions of a picture: each on the finest level, for its edges, and on the level that fits its size. */
final class RoiReader {

    private final DetectorShape shape;
    private final RoiAlign align;

    /**
     * Creates a reader.
     *
     * @param size width and height of the grids
     */
    RoiReader(DetectorShape shape, int size) {
        this.shape = shape;
        this.align = new RoiAlign(size);
    }

    /** Returns the number of values that a region has. */
    int length() {
        return align.length(shape.regionChannels());
    }

    /** Writes a region's values, those of the finest level first, channel by channel, row by row. */
    void read(Map<Level, FeatureMap> maps, Rect region, float[] into, int offset) {
        read(maps, Level.P2, region, into, offset);
        read(maps, shape.levelOf(region), region, into, offset + align.length(shape.edges()));
    }

    private void read(Map<Level, FeatureMap> maps, Level level, Rect region, float[] into, int offset) {
        FeatureMap map = requireNonNull(maps.get(level), level.name());
        align.read(map, level.stride(), region, into, offset);
    }
}
