package io.buyme.embed;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Takes the article out of a crop: by its mask, else by looking for what stands out from the border. */
final class ArticleFinder {

    /** Longest side, in pixels, at which articles are measured. */
    static final int USUAL_SIZE = 128;

    private static final int SEARCH_SIZE = 96;

    private final int workingSize;

    ArticleFinder(int workingSize) {
        this.workingSize = workingSize;
    }

    /** Returns the article's pixels, cut to the article's bounds; never empty. */
    Raster find(Crop crop) {
        BufferedImage image = crop.image();
        Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
        Optional<Rectangle> bounds = crop.mask().flatMap(mask -> boundsWithin(mask, whole));
        if (bounds.isEmpty()) {
            // A mask that marks nothing says nothing, so it is as good as none.
            return search(image, whole);
        }
        Mask mask = crop.mask().orElseThrow();
        Raster raster = Raster.of(image, bounds.get(), mask::contains, workingSize);
        return raster.isEmpty() ? search(image, whole) : raster;
    }

    private Raster search(BufferedImage image, Rectangle whole) {
        Raster small = Raster.of(image, whole, (x, y) -> true, SEARCH_SIZE);
        boolean[] article = Foreground.of(small);
        Rectangle cells = bounds(article, small.width);
        int left = cells.x * whole.width / small.width;
        int top = cells.y * whole.height / small.height;
        int right = ceilDiv((cells.x + cells.width) * whole.width, small.width);
        int bottom = ceilDiv((cells.y + cells.height) * whole.height, small.height);
        Rectangle part = new Rectangle(left, top, right - left, bottom - top);
        int[] column = Raster.cells(whole.width, small.width);
        int[] row = Raster.cells(whole.height, small.height);
        return Raster.of(image, part, (x, y) -> article[row[y] * small.width + column[x]], workingSize);
    }

    private static Optional<Rectangle> boundsWithin(Mask mask, Rectangle whole) {
        return mask.bounds()
                .map(ArticleFinder::rectangle)
                .map(whole::intersection)
                .filter(part -> !part.isEmpty());
    }

    private static Rectangle rectangle(Box box) {
        return new Rectangle((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
    }

    private static Rectangle bounds(boolean[] set, int width) {
        Rectangle bounds = new Rectangle(-1, -1);
        for (int i = 0; i < set.length; i++) {
            if (set[i]) {
                bounds.add(new Rectangle(i % width, i / width, 1, 1));
            }
        }
        return bounds;
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
