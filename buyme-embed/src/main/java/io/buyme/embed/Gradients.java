package io.buyme.embed;

/** Colour gradients inside an article: strength, and direction as the angles that its double and fourfold make. */
final class Gradients {

    private final int width;
    private final float[] strength;
    private final float[] cos2;
    private final float[] sin2;
    private final boolean[] known;

    private Gradients(int width, int size) {
        this.width = width;
        strength = new float[size];
        cos2 = new float[size];
        sin2 = new float[size];
        known = new boolean[size];
    }

    /**
     * The gradients of a part of the article.
     *
     * @param pixels whose gradient is known
     * @param hard those with a strong gradient
     * @param energy sum of their strengths
     * @param oneWay the energy that runs in the main direction, less what runs across it
     * @param twoWays the energy that runs in the main direction or across, less what runs at 45 degrees
     */
    record Tile(int pixels, int hard, double energy, double oneWay, double twoWays) {}

    static Gradients of(Raster article) {
        Gradients gradients = new Gradients(article.width, article.weight.length);
        for (int y = 1; y < article.height - 1; y++) {
            for (int x = 1; x < article.width - 1; x++) {
                gradients.add(article, y * article.width + x);
            }
        }
        return gradients;
    }

    /** Sums up a square, as far as it is on the picture. */
    Tile tile(int left, int top, int size, double hardness) {
        int right = Math.min(width, left + size);
        int bottom = Math.min(strength.length / width, top + size);
        int pixels = 0;
        int hard = 0;
        double energy = 0;
        double c2 = 0;
        double s2 = 0;
        double c4 = 0;
        double s4 = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = y * width + left; i < y * width + right; i++) {
                pixels += known[i] ? 1 : 0;
                if (strength[i] > hardness) {
                    float e = strength[i];
                    hard++;
                    energy += e;
                    c2 += e * cos2[i];
                    s2 += e * sin2[i];
                    c4 += e * (2 * cos2[i] * cos2[i] - 1);
                    s4 += e * 2 * sin2[i] * cos2[i];
                }
            }
        }
        return new Tile(pixels, hard, energy, Math.hypot(c2, s2), Math.hypot(c4, s4));
    }

    private void add(Raster article, int i) {
        int w = width;
        known[i] = article.inside(i)
                && article.inside(i - 1)
                && article.inside(i + 1)
                && article.inside(i - w)
                && article.inside(i + w);
        if (!known[i]) {
            return;
        }
        // Di Zenzo's tensor: the direction in which the colour, not only the lightness, changes most.
        float xx = 0;
        float xy = 0;
        float yy = 0;
        for (float[] channel : new float[][] {article.lightness, article.a, article.b}) {
            float dx = (channel[i + 1] - channel[i - 1]) / 2;
            float dy = (channel[i + w] - channel[i - w]) / 2;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        float difference = xx - yy;
        float root = (float) Math.sqrt(difference * difference + 4 * xy * xy);
        strength[i] = (float) Math.sqrt((xx + yy + root) / 2);
        cos2[i] = root > 0 ? difference / root : 0;
        sin2[i] = root > 0 ? 2 * xy / root : 0;
    }
}
