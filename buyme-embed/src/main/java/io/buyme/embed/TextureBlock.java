package io.buyme.embed;

/**
 * Texture at several scales, from lightness alone: local binary patterns (rotation-invariant and uniform, Ojala,
 * Pietikäinen and Mäenpää 2002, with a threshold so that plain cloth is plain) and a joint histogram of strength and
 * direction of the gradient.
 */
final class TextureBlock implements FeatureBlock {

    private static final int DIRECTIONS = 8;
    /** Gradient strengths, in units of relative lightness per pixel, between which pixels are shared. */
    private static final double[] STRENGTHS = {1.5, 4, 10};

    private static final int PATTERNS = 10;
    private static final float PATTERN_THRESHOLD = 2;
    private static final int PER_SCALE = PATTERNS + 1 + STRENGTHS.length * DIRECTIONS;
    private static final int[] FACTORS = {1, 2, 4};

    @Override
    public int dimension() {
        return PER_SCALE * FACTORS.length;
    }

    @Override
    public float[] describe(Raster article) {
        float[] values = new float[dimension()];
        Relief full = Relief.of(article);
        for (int s = 0; s < FACTORS.length; s++) {
            Relief relief = s == 0 ? full : full.reduced(article, FACTORS[s]);
            patterns(relief, values, s * PER_SCALE);
            gradients(relief, values, s * PER_SCALE + PATTERNS);
        }
        Vectors.squareRoot(values);
        return values;
    }

    private static void patterns(Relief relief, float[] values, int offset) {
        int w = relief.width;
        int[] around = {-w - 1, -w, -w + 1, 1, w + 1, w, w - 1, -1};
        int count = 0;
        for (int i = 0; i < relief.value.length; i++) {
            if (relief.inner[i]) {
                values[offset + pattern(relief.value, i, around)]++;
                count++;
            }
        }
        scale(values, offset, PATTERNS, count);
    }

    /** Returns the number of neighbours that are lighter, if they are in one run; else 9. */
    private static int pattern(float[] value, int i, int[] around) {
        float threshold = value[i] + PATTERN_THRESHOLD;
        int lighter = 0;
        int changes = 0;
        boolean last = value[i + around[around.length - 1]] > threshold;
        for (int step : around) {
            boolean now = value[i + step] > threshold;
            lighter += now ? 1 : 0;
            changes += now == last ? 0 : 1;
            last = now;
        }
        return changes <= 2 ? lighter : PATTERNS - 1;
    }

    private static void gradients(Relief relief, float[] values, int offset) {
        int w = relief.width;
        int count = 0;
        for (int i = 0; i < relief.value.length; i++) {
            if (relief.inner[i]) {
                float dx = (relief.value[i + 1] - relief.value[i - 1]) / 2;
                float dy = (relief.value[i + w] - relief.value[i - w]) / 2;
                addGradient(values, offset, dx, dy);
                count++;
            }
        }
        scale(values, offset, PER_SCALE - PATTERNS, count);
    }

    /** Shares a gradient between the two strengths next to its own, or a weak one between none and the weakest. */
    private static void addGradient(float[] values, int offset, float dx, float dy) {
        double strength = Math.sqrt(dx * dx + dy * dy);
        float direction = Angles.halfTurn(dy, dx);
        int last = STRENGTHS.length - 1;
        if (strength <= STRENGTHS[0]) {
            double share = strength / STRENGTHS[0];
            values[offset] += (float) (1 - share);
            Angles.addTo(values, offset + 1, DIRECTIONS, direction, share);
            return;
        }
        for (int s = 0; s < last; s++) {
            if (strength < STRENGTHS[s + 1]) {
                double share = (strength - STRENGTHS[s]) / (STRENGTHS[s + 1] - STRENGTHS[s]);
                Angles.addTo(values, offset + 1 + s * DIRECTIONS, DIRECTIONS, direction, 1 - share);
                Angles.addTo(values, offset + 1 + (s + 1) * DIRECTIONS, DIRECTIONS, direction, share);
                return;
            }
        }
        Angles.addTo(values, offset + 1 + last * DIRECTIONS, DIRECTIONS, direction, 1);
    }

    private static void scale(float[] values, int offset, int length, int count) {
        for (int i = offset; count > 0 && i < offset + length; i++) {
            values[i] /= count;
        }
    }
}
