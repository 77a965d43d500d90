package io.buyme.train.dense;

import static java.util.Objects.requireNonNull;

import io.buyme.train.augment.SceneAugmenter;
import io.buyme.train.data.PixelClasses;

/**
 * What goes into a network and what comes out.
 *
 * @param classes of cells
 * @param width of pictures in pixels, a multiple of 32
 * @param height of pictures in pixels, a multiple of 32
 */
public record DenseShape(PixelClasses classes, int width, int height) {

    private static final int COARSEST = 32;

    /** Checks the sizes. */
    public DenseShape {
        requireNonNull(classes, "classes");
        if (width < COARSEST || height < COARSEST || width % COARSEST != 0 || height % COARSEST != 0) {
            throw new IllegalArgumentException(
                    "width and height must be multiples of %d, got %d x %d".formatted(COARSEST, width, height));
        }
    }

    /** Returns the columns of the map of cells. */
    public int columns() {
        return width / SceneAugmenter.CELL;
    }

    /** Returns the rows of the map of cells. */
    public int rows() {
        return height / SceneAugmenter.CELL;
    }

    /** Returns the number of cells. */
    public int cells() {
        return columns() * rows();
    }
}
