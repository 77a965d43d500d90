package io.buyme.train.pose;

import io.buyme.train.net.HrNet;

/**
 * Sizes of what goes into a network and what comes out.
 *
 * @param width of pictures in pixels, a multiple of {@link HrNet#STRIDE} and of 3
 */
record PoseShape(int width) {

    PoseShape {
        if (width < HrNet.STRIDE || width % HrNet.STRIDE != 0 || width * 4 / 3 % HrNet.STRIDE != 0 || width % 3 != 0) {
            throw new IllegalArgumentException("the width must be a multiple of 96, got " + width);
        }
    }

    /** Returns the height of pictures in pixels: people are higher than wide. */
    int height() {
        return width * 4 / 3;
    }

    int columns() {
        return width / HrNet.CELL;
    }

    int rows() {
        return height() / HrNet.CELL;
    }

    /** Returns the number of cells of a map. */
    int cells() {
        return columns() * rows();
    }
}
