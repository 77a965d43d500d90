package io.buyme.embed;

/**
 * Histogram of the article's colours over lightness, hue and chroma in CIELAB. Each pixel is shared between the
 * neighbouring bins, so that a small shift of colour or exposure makes a small change, and a pale colour counts mostly
 * as grey, whose hue the light decides. Hue is told more finely than lightness, as light and shade change it less.
 */
final class ColorBlock implements FeatureBlock {

    private static final double GRAY = 3;
    private static final double PALE = 12;
    private static final double VIVID = 40;

    private final int levels;
    private final int hues;
    private final int chromas;

    /**
     * Creates a histogram.
     *
     * @param levels of lightness
     * @param hues around the circle
     * @param chromas rings of chroma beside grey: 1 or 2
     */
    ColorBlock(int levels, int hues, int chromas) {
        this.levels = levels;
        this.hues = hues;
        this.chromas = chromas;
    }

    /** Returns the histogram by which whole articles are compared. */
    static ColorBlock fine() {
        return new ColorBlock(4, 24, 2);
    }

    @Override
    public int dimension() {
        return levels * (1 + hues * chromas);
    }

    @Override
    public float[] describe(Raster article) {
        return describe(article, 0, article.height);
    }

    /** Returns the histogram of some rows; the last one is exclusive. */
    float[] describe(Raster article, int top, int bottom) {
        float[] bins = new float[dimension()];
        for (int i = top * article.width; i < bottom * article.width; i++) {
            if (article.weight[i] > 0) {
                add(bins, article.weight[i], article.lightness[i], article.a[i], article.b[i]);
            }
        }
        Vectors.squareRoot(bins);
        return bins;
    }

    private void add(float[] bins, float weight, float lightness, float a, float b) {
        float level = Math.max(0, Math.min(levels - 1, (lightness - 10) / 85 * (levels - 1)));
        int low = Math.min(levels - 2, (int) level);
        float high = level - low;
        addHues(bins, low, weight * (1 - high), a, b);
        addHues(bins, low + 1, weight * high, a, b);
    }

    private void addHues(float[] bins, int level, float weight, float a, float b) {
        double chroma = Math.sqrt(a * a + b * b);
        double colorful = ramp(chroma, GRAY, PALE);
        int offset = level * (1 + hues * chromas);
        bins[offset] += (float) (weight * (1 - colorful));
        if (colorful > 0) {
            float hue = Angles.turn(b, a);
            double vivid = chromas > 1 ? ramp(chroma, PALE, VIVID) : 0;
            Angles.addTo(bins, offset + 1, hues, hue, weight * colorful * (1 - vivid));
            if (vivid > 0) {
                Angles.addTo(bins, offset + 1 + hues, hues, hue, weight * colorful * vivid);
            }
        }
    }

    private static double ramp(double value, double from, double to) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }
}
