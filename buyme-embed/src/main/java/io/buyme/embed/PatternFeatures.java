package io.buyme.embed;

/**
 * What tells the patterns of cloth apart.
 *
 * @param edges share of the article's tiles in which hard edges are found, 0 to 1; folds have soft ones
 * @param oneWay how much the edges of a tile run in one direction, 0 to 1: stripes
 * @param twoWays how much they run in two directions at right angles, 0 to 1: checks, and stripes too
 * @param spots share of the rarer colour's area that is in compact spots of like size, 0 to 1: dots
 */
record PatternFeatures(double edges, double oneWay, double twoWays, double spots) {

    private static final int TILE = 32;
    private static final int STRIDE = 16;
    /** Colour difference per pixel above which an edge is hard. */
    private static final double HARD = 6;

    private static final double TILE_EDGES = 0.06;

    static PatternFeatures of(Raster article) {
        Gradients gradients = Gradients.of(article);
        double tiles = 0;
        double withEdges = 0;
        double energy = 0;
        double oneWay = 0;
        double twoWays = 0;
        int height = article.height;
        int width = article.width;
        for (int y = 0; y == 0 || y + TILE <= height; y += STRIDE) {
            for (int x = 0; x == 0 || x + TILE <= width; x += STRIDE) {
                Gradients.Tile tile = gradients.tile(x, y, Math.min(width, x + TILE), Math.min(height, y + TILE), HARD);
                if (tile.pixels() < TILE * TILE / 4) {
                    continue;
                }
                tiles++;
                if (tile.hard() > TILE_EDGES * tile.pixels()) {
                    withEdges++;
                    energy += tile.energy();
                    oneWay += tile.oneWay();
                    twoWays += tile.twoWays();
                }
            }
        }
        return new PatternFeatures(
                tiles == 0 ? 0 : withEdges / tiles,
                energy == 0 ? 0 : oneWay / energy,
                energy == 0 ? 0 : twoWays / energy,
                Spots.share(article));
    }
}
