package io.buyme.embed;

/**
 * Where edges run inside the article: a histogram of gradient directions per cell of a grid over its bounds, each cell
 * normalised by the strength in the whole article (after Dalal and Triggs 2005).
 */
final class LayoutBlock implements FeatureBlock {

    private static final int GRID = 5;
    private static final int DIRECTIONS = 8;

    @Override
    public int dimension() {
        return GRID * GRID * DIRECTIONS;
    }

    @Override
    public float[] describe(Raster article) {
        float[] values = new float[dimension()];
        Relief relief = Relief.of(article);
        int w = relief.width;
        for (int i = 0; i < relief.value.length; i++) {
            if (relief.inner[i]) {
                float dx = relief.value[i + 1] - relief.value[i - 1];
                float dy = relief.value[i + w] - relief.value[i - w];
                double strength = Math.sqrt(dx * dx + dy * dy);
                int cell = i / w * GRID / relief.height * GRID + i % w * GRID / w;
                Angles.addTo(values, cell * DIRECTIONS, DIRECTIONS, Angles.halfTurn(dy, dx), strength);
            }
        }
        Vectors.squareRoot(values);
        return values;
    }
}
