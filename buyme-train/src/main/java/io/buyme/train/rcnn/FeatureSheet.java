package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/**
 * Lays the levels with anchors out on one map, the finest at the left, the others below each other at its right, zeros
 * between. A 3 x 3 convolution gives there what it gives on each level alone, so that levels share its weights.
 */
final class FeatureSheet {

    private static final int GAP = 1;

    private final DetectorShape shape;
    private final Map<Level, Integer> tops = new EnumMap<>(Level.class);
    private final Map<Level, Integer> lefts = new EnumMap<>(Level.class);
    private final int height;
    private final int width;

    FeatureSheet(DetectorShape shape) {
        this.shape = shape;
        Level finest = Level.proposing().get(0);
        int left = shape.columns(finest) + GAP;
        int below = 0;
        int right = left;
        for (Level level : Level.proposing()) {
            tops.put(level, level == finest ? 0 : below);
            lefts.put(level, level == finest ? 0 : left);
            if (level != finest) {
                below += shape.rows(level) + GAP;
                right = Math.max(right, left + shape.columns(level));
            }
        }
        height = Math.max(shape.rows(finest), below - GAP);
        width = right;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    /** Returns the number of places of one channel. */
    int places() {
        return height * width;
    }

    /** Returns the index of a level's place among those of one channel. */
    int place(Level level, int row, int column) {
        return (tops.getOrDefault(level, 0) + row) * width + lefts.getOrDefault(level, 0) + column;
    }

    /** Copies the maps of a picture into an array that is zero where none is. */
    void write(Map<Level, FeatureMap> maps, float[] into, int offset) {
        for (Level level : Level.proposing()) {
            FeatureMap map = requireNonNull(maps.get(level), level.name());
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = 0; row < map.height; row++) {
                    System.arraycopy(
                            map.values,
                            (channel * map.height + row) * map.width,
                            into,
                            offset + channel * places() + place(level, row, 0),
                            map.width);
                }
            }
        }
    }
}
