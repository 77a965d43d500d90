package io.buyme.embed;

/**
 * Outline of the article: its proportions, how much of each cell of a grid over its bounds it fills, and how wide it is
 * from top to bottom. Symmetric, as an article may be seen mirrored.
 */
final class SilhouetteBlock implements FeatureBlock {

    private static final int GRID = 10;
    private static final int ROWS = 16;
    private static final int PROPORTIONS = 7;

    @Override
    public int dimension() {
        return GRID * GRID / 2 + ROWS + PROPORTIONS;
    }

    @Override
    public float[] describe(Raster article) {
        float[] values = new float[dimension()];
        float[] cells = new float[GRID * GRID / 2];
        float[] cellAreas = new float[cells.length];
        float[] rows = new float[ROWS];
        float[] rowAreas = new float[ROWS];
        for (int y = 0, i = 0; y < article.height; y++) {
            int row = y * ROWS / article.height;
            int gridRow = y * GRID / article.height;
            for (int x = 0; x < article.width; x++, i++) {
                int column = x * GRID / article.width;
                int cell = gridRow * GRID / 2 + Math.min(column, GRID - 1 - column);
                cells[cell] += article.weight[i];
                cellAreas[cell]++;
                rows[row] += article.weight[i];
                rowAreas[row]++;
            }
        }
        for (int i = 0; i < cells.length; i++) {
            values[i] = cellAreas[i] == 0 ? 0 : cells[i] / cellAreas[i];
        }
        for (int i = 0; i < ROWS; i++) {
            values[cells.length + i] = rowAreas[i] == 0 ? 0 : rows[i] / rowAreas[i];
        }
        proportions(values, cells.length + ROWS, (double) article.height / article.width);
        return values;
    }

    private static void proportions(float[] values, int offset, double ratio) {
        // From 1:2.8 to 2.8:1, half an octave a bin.
        double octaves = Math.log(ratio) / Math.log(2);
        double bin = Math.max(0, Math.min(PROPORTIONS - 1, 2 * octaves + (PROPORTIONS - 1) / 2.0));
        int low = Math.min(PROPORTIONS - 2, (int) bin);
        values[offset + low] = (float) (1 - (bin - low)) * 3;
        values[offset + low + 1] = (float) (bin - low) * 3;
    }
}
