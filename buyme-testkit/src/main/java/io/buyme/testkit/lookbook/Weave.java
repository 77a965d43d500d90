package io.buyme.testkit.lookbook;

/**
 * Cloth or leather: two colours in a pattern, and the grain of the material.
 *
 * @param base first colour
 * @param second colour of the pattern
 * @param pattern how the second lies on the first
 * @param period of the pattern, in body heights
 * @param share of the second colour
 * @param texture grain
 * @param seed of grain and blotches
 */
record Weave(int base, int second, Pattern pattern, double period, double share, Texture texture, int seed)
        implements Material.Fabric {

    /** The grain of a material. */
    enum Texture {
        SMOOTH,
        DENIM,
        KNIT,
        TWEED,
        LEATHER;

        double grain(int seed, double across, double along) {
            return switch (this) {
                case SMOOTH, LEATHER -> 0.012 * Noise.smooth(seed, across * 500, along * 500);
                case DENIM ->
                    0.05 * Noise.smooth(seed, (across + along) * 420, (across - along) * 60)
                            + 0.07 * Noise.smooth(seed + 9, across * 11, along * 5);
                case KNIT ->
                    0.055 * Math.sin(across * 700) * (0.7 + 0.3 * Math.sin(along * 900 + Math.sin(across * 700)));
                case TWEED -> 0.09 * Noise.smooth(seed, across * 380, along * 380);
            };
        }
    }

    @Override
    public int rgb(double across, double along) {
        double weight = pattern.weight(across / period + 0.5, along / period, share, seed);
        int color = weight == 0 ? base : Colors.mix(base, second, weight);
        return Colors.scale(color, 1 + texture.grain(seed, across, along));
    }
}
