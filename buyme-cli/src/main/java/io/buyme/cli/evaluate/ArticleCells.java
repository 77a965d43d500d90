package io.buyme.cli.evaluate;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.LabColor;
import io.buyme.api.Mask;
import io.buyme.catalog.explain.SimilarityMap;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** Tells which cells of a map show the article, and not what is around it. */
final class ArticleCells {

    /** A cell shows the article if this share of it is the article's. */
    private static final double SHOWN = 0.4;

    /** CIEDE2000 difference from the border's colour above which a pixel is the article's, where no mask says it. */
    private static final double STANDS_OUT = 10;

    /** Pixels are looked at in steps: so many of a cell's width or height. */
    private static final int STEPS = 8;

    private ArticleCells() {}

    /** Returns the indexes of the cells; those that lie in the picture if no article is seen. */
    static List<Integer> of(Crop crop, SimilarityMap map) {
        Mask.PixelTest article =
                crop.mask().<Mask.PixelTest>map(mask -> mask::contains).orElseGet(() -> standingOut(crop.image()));
        List<Integer> cells = cells(map, article);
        return cells.isEmpty() ? cells(map, (x, y) -> inside(crop.image(), x, y)) : cells;
    }

    private static List<Integer> cells(SimilarityMap map, Mask.PixelTest article) {
        return IntStream.range(0, map.size())
                .filter(cell -> share(map.cell(cell), article) >= SHOWN)
                .boxed()
                .toList();
    }

    private static double share(Box cell, Mask.PixelTest article) {
        int set = 0;
        for (int row = 0; row < STEPS; row++) {
            for (int column = 0; column < STEPS; column++) {
                int x = (int) Math.floor(cell.x() + (column + 0.5) / STEPS * cell.width());
                int y = (int) Math.floor(cell.y() + (row + 0.5) / STEPS * cell.height());
                set += article.test(x, y) ? 1 : 0;
            }
        }
        return (double) set / (STEPS * STEPS);
    }

    private static Mask.PixelTest standingOut(BufferedImage image) {
        LabColor corner = LabColor.ofRgb(image.getRGB(0, 0));
        LabColor other = LabColor.ofRgb(image.getRGB(image.getWidth() - 1, 0));
        LabColor low = LabColor.ofRgb(image.getRGB(0, image.getHeight() - 1));
        LabColor last = LabColor.ofRgb(image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
        List<LabColor> corners = List.of(corner, other, low, last);
        return (x, y) -> inside(image, x, y)
                && corners.stream().allMatch(c -> c.difference(LabColor.ofRgb(image.getRGB(x, y))) > STANDS_OUT);
    }

    private static boolean inside(BufferedImage image, int x, int y) {
        return x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
    }
}
