package io.buyme.train.rcnn;

import static java.util.Objects.requireNonNull;

import io.buyme.api.Box;

/**
 * An article to be found.
 *
 * @param label of its category, counted from 0
 * @param box in pixels of the network's input; it may reach beyond
 * @param outline which points belong to it
 */
public record Target(int label, Box box, Outline outline) {

    /** Checks that nothing is missing. */
    public Target {
        requireNonNull(box, "box");
        requireNonNull(outline, "outline");
        if (label < 0) {
            throw new IllegalArgumentException("labels are counted from 0, got " + label);
        }
    }

    Rect rect() {
        return new Rect(box.x(), box.y(), box.right(), box.bottom());
    }

    /** Tells of points in pixels of the network's input whether they belong to an article. */
    @FunctionalInterface
    public interface Outline {

        /** Tells whether the point belongs to the article. */
        boolean contains(double x, double y);
    }
}
