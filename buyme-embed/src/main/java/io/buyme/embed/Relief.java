package io.buyme.embed;

/**
 * The lightness of an article relative to its own mean, at one scale: what remains of a picture when the light is taken
 * out. Knows, per pixel, whether all of its neighbours belong to the article, so that its outline is no texture.
 */
final class Relief {

    /** Below this mean lightness noise would be amplified rather than cloth. */
    private static final float DARK = 25;

    final int width;
    final int height;
    final float[] value;
    final boolean[] inner;

    private Relief(int width, int height, float[] value, boolean[] inside) {
        this.width = width;
        this.height = height;
        this.value = value;
        this.inner = inner(inside, width, height);
    }

    static Relief of(Raster article) {
        boolean[] inside = new boolean[article.weight.length];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < inside.length; i++) {
            inside[i] = article.inside(i);
            if (inside[i]) {
                sum += article.lightness[i];
                count++;
            }
        }
        float mean = (float) (sum / Math.max(1, count));
        float[] value = new float[inside.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = inside[i] ? 75 * (article.lightness[i] - mean) / (mean + DARK) : 0;
        }
        return new Relief(article.width, article.height, value, inside);
    }

    /** Returns the relief at a fraction of its size, averaged over the article's pixels. */
    Relief reduced(Raster article, int factor) {
        int w = Math.max(1, width / factor);
        int h = Math.max(1, height / factor);
        float[] small = new float[w * h];
        boolean[] inside = new boolean[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float sum = 0;
                int count = 0;
                for (int dy = 0; dy < factor && y * factor + dy < height; dy++) {
                    for (int dx = 0; dx < factor && x * factor + dx < width; dx++) {
                        int i = (y * factor + dy) * width + x * factor + dx;
                        if (article.inside(i)) {
                            sum += value[i];
                            count++;
                        }
                    }
                }
                small[y * w + x] = count > 0 ? sum / count : 0;
                inside[y * w + x] = 2 * count >= factor * factor;
            }
        }
        return new Relief(w, h, small, inside);
    }

    private static boolean[] inner(boolean[] inside, int width, int height) {
        boolean[] inner = new boolean[inside.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                boolean all = true;
                for (int row = i - width; row <= i + width; row += width) {
                    all &= inside[row - 1] && inside[row] && inside[row + 1];
                }
                inner[i] = all;
            }
        }
        return inner;
    }
}
