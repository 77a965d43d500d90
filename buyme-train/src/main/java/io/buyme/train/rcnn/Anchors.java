package io.buyme.train.rcnn;

import java.util.ArrayList;
import java.util.List;

/**
 * The boxes that proposals start from: at each place of a level one of each size and ratio, about the place's centre. In
 * the order of levels, rows, columns, sizes, ratios.
 */
final class Anchors {

    private final List<Rect> boxes = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final FeatureSheet sheet;

    Anchors(DetectorShape shape) {
        this.sheet = new FeatureSheet(shape);
        for (Level level : Level.proposing()) {
            for (int row = 0; row < shape.rows(level); row++) {
                for (int column = 0; column < shape.columns(level); column++) {
                    addPlace(level, row, column);
                }
            }
        }
    }

    private void addPlace(Level level, int row, int column) {
        double x = (column + 0.5) * level.stride();
        double y = (row + 0.5) * level.stride();
        for (double size : level.sizes()) {
            for (double ratio : Level.RATIOS) {
                double width = size / Math.sqrt(ratio);
                double height = size * Math.sqrt(ratio);
                boxes.add(new Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2));
                places.add(sheet.place(level, row, column));
            }
        }
    }

    /** Returns all anchors. */
    List<Rect> boxes() {
        return boxes;
    }

    FeatureSheet sheet() {
        return sheet;
    }

    /**
     * Returns where the number of an anchor is on a sheet that has a channel for each anchor of a place.
     *
     * @param perAnchor how many channels each anchor has
     * @param index of the channel among those
     */
    int onSheet(int anchor, int perAnchor, int index) {
        return (anchor % Level.ANCHORS * perAnchor + index) * sheet.places() + places.get(anchor);
    }
}
