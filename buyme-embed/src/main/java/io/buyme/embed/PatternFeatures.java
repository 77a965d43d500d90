package io.buyme.embed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What tells the patterns of cloth apart. Measured on tiles, as cloth bends.
 *
 * @param edges share of pixels on a hard edge, in the median tile: a print or a zip is not all over, and folds are soft
 * @param oneWay how much the edges of a tile run in one direction, 0 to 1: stripes
 * @param twoWays how much they run in two directions at right angles, 0 to 1: checks, and stripes too
 * @param crosslines how much of the colour is explained by lines in two directions at right angles, 0 to 1: checks
 * @param spots share of the rarer colour's area that is in compact spots of like size, 0 to 1: dots
 */
record PatternFeatures(double edges, double oneWay, double twoWays, double crosslines, double spots) {

    private static final int TILE = 32;
    private static final int STRIDE = 16;

    /** Colour difference per pixel above which an edge is hard. */
    private static final double HARD = 9;

    /** A tile with fewer hard edges than this has nothing to say on their directions. */
    private static final double FEW_EDGES = 0.03;

    static PatternFeatures of(Raster article) {
        Gradients gradients = Gradients.of(article);
        List<Double> edges = new ArrayList<>();
        double energy = 0;
        double oneWay = 0;
        double twoWays = 0;
        double crosslines = 0;
        for (int y = 0; y == 0 || y + TILE <= article.height; y += STRIDE) {
            for (int x = 0; x == 0 || x + TILE <= article.width; x += STRIDE) {
                Gradients.Tile tile = gradients.tile(x, y, TILE, HARD);
                if (tile.pixels() < TILE * TILE / 4) {
                    continue;
                }
                double hard = (double) tile.hard() / tile.pixels();
                edges.add(hard);
                if (hard > FEW_EDGES) {
                    energy += tile.energy();
                    oneWay += tile.oneWay();
                    twoWays += tile.twoWays();
                    crosslines += tile.energy() * Crosslines.share(article, x, y, TILE);
                }
            }
        }
        double scale = energy > 0 ? 1 / energy : 0;
        return new PatternFeatures(
                median(edges), oneWay * scale, twoWays * scale, crosslines * scale, Spots.share(article));
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.isEmpty() ? 0 : values.get(values.size() / 2);
    }
}
