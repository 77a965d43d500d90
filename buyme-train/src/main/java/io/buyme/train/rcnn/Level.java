package io.buyme.train.rcnn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A level of the feature pyramid. Proposals come from the three coarser ones, as the finest has three quarters of all
 * places; of regions it shows where the edges are. Anchors are of two sizes a level, a factor of about 1.5 apart, from
 * sunglasses (20 pixels) to coats (200) in a picture 512 high.
 */
enum Level {
    P2(4),
    P3(8, 20, 32),
    P4(16, 56, 88),
    P5(32, 136, 200);

    /** Height by width of anchors, as in Faster R-CNN. */
    static final List<Double> RATIOS = List.of(0.5, 1.0, 2.0);

    /** The number of anchors at each place. */
    static final int ANCHORS = 6;

    private final int stride;

    @SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
    private final List<Double> sizes;

    Level(int stride, double... sizes) {
        this.stride = stride;
        this.sizes = Arrays.stream(sizes).boxed().toList();
    }

    /** The levels that have anchors. */
    static List<Level> proposing() {
        return Arrays.stream(values()).filter(level -> !level.sizes.isEmpty()).toList();
    }

    /** Returns the level of a vertex of the pyramid. */
    static Level ofVertex(String vertex) {
        return valueOf(vertex.toUpperCase(Locale.ROOT));
    }

    /** Returns the name of the pyramid's vertex. */
    String vertex() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how many pixels a place is wide and high. */
    int stride() {
        return stride;
    }

    /** Returns the square roots of the areas of anchors. */
    List<Double> sizes() {
        return sizes;
    }
}
