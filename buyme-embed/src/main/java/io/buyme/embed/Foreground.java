package io.buyme.embed;

import java.util.Arrays;

/**
 * Finds the article in a product picture: what is told apart from the border of the picture.
 *
 * <p>How much a pixel stands out is the sum of two cues: the minimum barrier distance to the border, which follows
 * gradients and soft shadows of a background, and the colour distance to the background along each of the four borders,
 * the most distant one left out, so that an article may touch one border. After Zhang et al., "Minimum Barrier Salient
 * Object Detection at 80 FPS", ICCV 2015. Otsu's threshold then parts article from background.
 */
final class Foreground {

    private static final int PASSES = 3;
    /** Gaps this wide, in both directions together, are stripes of the colour of the ground rather than ground. */
    private static final int GAP = 1;

    private static final double MIN_SHARE = 0.05;
    private static final double MAX_SHARE = 0.95;

    private final Raster picture;
    private final int width;
    private final int height;

    private Foreground(Raster picture) {
        this.picture = picture;
        this.width = picture.width;
        this.height = picture.height;
    }

    /** Returns which pixels of a picture show the article; an ellipse in its middle if that cannot be told. */
    static boolean[] of(Raster picture) {
        Foreground foreground = new Foreground(picture);
        if (picture.width < 8 || picture.height < 8) {
            return foreground.ellipse();
        }
        boolean[] article = Regions.solid(
                Regions.bridged(foreground.standingOut(), picture.width, GAP), picture.width, picture.height);
        double share = (double) count(article) / article.length;
        return share < MIN_SHARE || share > MAX_SHARE ? foreground.ellipse() : article;
    }

    private boolean[] standingOut() {
        float[] salience = barrierDistance();
        addScaled(salience, borderContrast());
        float threshold = otsu(salience);
        boolean[] article = new boolean[salience.length];
        for (int i = 0; i < article.length; i++) {
            article[i] = salience[i] > threshold;
        }
        return article;
    }

    private boolean[] ellipse() {
        boolean[] article = new boolean[width * height];
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                double dx = (2.0 * x + 1) / width - 1;
                double dy = (2.0 * y + 1) / height - 1;
                article[i] = dx * dx + dy * dy <= 0.75;
            }
        }
        return article;
    }

    /** Per pixel, the least difference between largest and smallest value on a path to the border; all channels. */
    private float[] barrierDistance() {
        float[] sum = new float[width * height];
        for (float[] channel : new float[][] {picture.lightness, picture.a, picture.b}) {
            float[] distance = barrierDistance(channel);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += distance[i];
            }
        }
        scaleToOne(sum);
        return sum;
    }

    private float[] barrierDistance(float[] channel) {
        float[] distance = new float[channel.length];
        float[] high = channel.clone();
        float[] low = channel.clone();
        for (int y = 1; y < height - 1; y++) {
            Arrays.fill(distance, y * width + 1, (y + 1) * width - 1, Float.MAX_VALUE);
        }
        for (int pass = 0; pass < PASSES; pass++) {
            boolean forth = pass % 2 == 0;
            int first = forth ? width + 1 : (height - 1) * width - 2;
            int step = forth ? 1 : -1;
            for (int i = first, n = (height - 2) * width - 2; n > 0; n--, i += step) {
                relax(channel, distance, high, low, i, i - step);
                relax(channel, distance, high, low, i, i - step * width);
            }
        }
        return distance;
    }

    private static void relax(float[] channel, float[] distance, float[] high, float[] low, int i, int from) {
        float top = Math.max(high[from], channel[i]);
        float bottom = Math.min(low[from], channel[i]);
        if (top - bottom < distance[i]) {
            distance[i] = top - bottom;
            high[i] = top;
            low[i] = bottom;
        }
    }

    /** Per pixel, the distance to the colours of three of the four borders, in units of their own spread. */
    private float[] borderContrast() {
        int depth = Math.max(1, Math.min(width, height) / 12);
        float[] sum = new float[width * height];
        float[] max = new float[width * height];
        addBorder(sum, max, 0, 0, width, depth);
        addBorder(sum, max, 0, height - depth, width, height);
        addBorder(sum, max, 0, 0, depth, height);
        addBorder(sum, max, width - depth, 0, width, height);
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= max[i];
        }
        scaleToOne(sum);
        return sum;
    }

    private void addBorder(float[] sum, float[] max, int left, int top, int right, int bottom) {
        ColorSpread border = ColorSpread.of(picture, left, top, right, bottom);
        float[] distance = new float[sum.length];
        for (int i = 0; i < distance.length; i++) {
            distance[i] = (float) border.distance(picture.lightness[i], picture.a[i], picture.b[i]);
        }
        scaleToOne(distance);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += distance[i];
            max[i] = Math.max(max[i], distance[i]);
        }
    }

    private static void addScaled(float[] sum, float[] addend) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (sum[i] + addend[i]) / 2;
        }
    }

    private static void scaleToOne(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, value);
        }
        for (int i = 0; max > 0 && i < values.length; i++) {
            values[i] /= max;
        }
    }

    /** Returns the threshold between 0 and 1 that parts the values best (Otsu 1979). */
    private static float otsu(float[] values) {
        int[] histogram = new int[256];
        long total = 0;
        for (float value : values) {
            int bin = Math.min(255, (int) (value * 256));
            histogram[bin]++;
            total += bin;
        }
        long below = 0;
        long sumBelow = 0;
        double best = -1;
        int threshold = 0;
        for (int bin = 0; bin < 256; bin++) {
            below += histogram[bin];
            sumBelow += (long) bin * histogram[bin];
            long above = values.length - below;
            if (below > 0 && above > 0) {
                double gap = (double) sumBelow / below - (double) (total - sumBelow) / above;
                double between = (double) below * above * gap * gap;
                if (between > best) {
                    best = between;
                    threshold = bin;
                }
            }
        }
        return (threshold + 1) / 256f;
    }

    private static int count(boolean[] set) {
        int count = 0;
        for (boolean s : set) {
            count += s ? 1 : 0;
        }
        return count;
    }
}
