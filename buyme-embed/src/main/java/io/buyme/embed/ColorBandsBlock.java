package io.buyme.embed;

/**
 * A coarse colour histogram for each of several bands from top to bottom, as large as its share of the article: which
 * colour is where, such as a light sole under a dark shoe.
 */
final class ColorBandsBlock implements FeatureBlock {

    private final int bands;
    private final ColorBlock histogram;

    ColorBandsBlock(int bands, ColorBlock histogram) {
        this.bands = bands;
        this.histogram = histogram;
    }

    @Override
    public int dimension() {
        return bands * histogram.dimension();
    }

    @Override
    public float[] describe(Raster article) {
        float[] values = new float[dimension()];
        int size = histogram.dimension();
        for (int band = 0; band < bands; band++) {
            int top = band * article.height / bands;
            int bottom = (band + 1) * article.height / bands;
            System.arraycopy(histogram.describe(article, top, bottom), 0, values, band * size, size);
        }
        return values;
    }
}
