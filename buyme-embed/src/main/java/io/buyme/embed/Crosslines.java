package io.buyme.embed;

/**
 * How well a square of cloth is explained by lines in two directions at right angles: the colour of a woven check is
 * that of its lengthwise thread plus that of its crosswise thread, which is not so of dots or blotches.
 */
final class Crosslines {

    private static final int ANGLES = 6;

    private Crosslines() {}

    /**
     * Returns twice the share of the lightness or colour variance that lines in the weaker of two directions explain, at
     * the best angle: near 1 for even checks, near 0 for stripes.
     */
    static double share(Raster article, int left, int top, int size) {
        float[] channel = liveliest(article, left, top, size);
        double best = 0;
        for (int i = 0; i < ANGLES; i++) {
            double angle = Math.PI / 2 * i / ANGLES;
            float along = (float) Math.cos(angle);
            float across = (float) Math.sin(angle);
            double one = explained(article, channel, left, top, size, along, across);
            if (2 * one > best) {
                double other = explained(article, channel, left, top, size, -across, along);
                best = Math.max(best, 2 * Math.min(one, other));
            }
        }
        return Math.min(1, best);
    }

    /** Returns the share of a channel's variance that is between lines, not within them. */
    private static double explained(
            Raster article, float[] channel, int left, int top, int size, float along, float across) {
        double[] sums = new double[2 * size + 1];
        int[] counts = new int[sums.length];
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = top; y < Math.min(article.height, top + size); y++) {
            for (int x = left; x < Math.min(article.width, left + size); x++) {
                int i = y * article.width + x;
                if (article.inside(i)) {
                    float value = channel[i];
                    int line = size + Math.round((x - left - size / 2) * along + (y - top - size / 2) * across);
                    sums[line] += value;
                    counts[line]++;
                    sum += value;
                    squares += (double) value * value;
                    count++;
                }
            }
        }
        double total = squares - sum * sum / count;
        double between = -sum * sum / count;
        for (int i = 0; i < sums.length; i++) {
            between += counts[i] > 0 ? sums[i] * sums[i] / counts[i] : 0;
        }
        return total > 0 ? between / total : 0;
    }

    private static float[] liveliest(Raster article, int left, int top, int size) {
        float[] liveliest = article.lightness;
        double most = -1;
        for (float[] channel : new float[][] {article.lightness, article.a, article.b}) {
            double variance = variance(article, channel, left, top, size);
            if (variance > most) {
                most = variance;
                liveliest = channel;
            }
        }
        return liveliest;
    }

    private static double variance(Raster article, float[] channel, int left, int top, int size) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = top; y < Math.min(article.height, top + size); y++) {
            for (int x = left; x < Math.min(article.width, left + size); x++) {
                int i = y * article.width + x;
                if (article.inside(i)) {
                    sum += channel[i];
                    squares += (double) channel[i] * channel[i];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : squares / count - sum / count * (sum / count);
    }
}
