package io.buyme.embed;

/**
 * Outline of the article: how much of each cell of a grid over its bounds it fills, how wide it is from top to bottom,
 * and its proportions. Left and right are folded into one, as an article may be seen mirrored.
 */
final class SilhouetteBlock implements FeatureBlock {

    private static final int GRID = 12;
    private static final int CELLS = GRID * GRID / 2;
    private static final int ROWS = 16;
    private static final int PROPORTIONS = 9;

    /** What an article fills of its bounds on the average: only what differs from it tells articles apart. */
    private static final float USUAL = 0.65f;

    @Override
    public int dimension() {
        return CELLS + ROWS + PROPORTIONS;
    }

    @Override
    public float[] describe(Raster article) {
        float[] values = new float[dimension()];
        int[] areas = new int[CELLS + ROWS];
        for (int y = 0, i = 0; y < article.height; y++) {
            int row = CELLS + y * ROWS / article.height;
            int gridRow = y * GRID / article.height;
            for (int x = 0; x < article.width; x++, i++) {
                int column = x * GRID / article.width;
                int cell = gridRow * GRID / 2 + Math.min(column, GRID - 1 - column);
                values[cell] += article.weight[i];
                areas[cell]++;
                values[row] += article.weight[i];
                areas[row]++;
            }
        }
        for (int i = 0; i < areas.length; i++) {
            values[i] = areas[i] == 0 ? 0 : values[i] / areas[i] - USUAL;
        }
        addProportions(values, (double) article.height / article.width);
        return values;
    }

    /** A soft bin for each half octave from four times as wide as high to four times as high as wide. */
    private static void addProportions(float[] values, double ratio) {
        double halfOctaves = 2 * Math.log(ratio) / Math.log(2);
        for (int i = 0; i < PROPORTIONS; i++) {
            double off = halfOctaves - (i - PROPORTIONS / 2);
            values[CELLS + ROWS + i] = (float) (1.3 * Math.exp(-off * off / 1.5));
        }
    }
}
