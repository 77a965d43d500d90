package io.buyme.train.rcnn;

import io.buyme.train.net.FeaturePyramid;

/**
 * The sizes of a detector.
 *
 * @param width of its input in pixels, a multiple of 32
 * @param height of its input in pixels, a multiple of 32
 * @param edges channels of the finest level of the feature pyramid, which knows of edges only
 * @param channels of the other levels
 * @param categories that it tells apart
 * @param canonical square root of the area from which on a region is looked at on level 4; twice that on level 5
 */
public record DetectorShape(int width, int height, int edges, int channels, int categories, double canonical) {

    private static final int COARSEST = 32;

    /** Checks the sizes. */
    public DetectorShape {
        if (width < COARSEST || height < COARSEST || width % COARSEST != 0 || height % COARSEST != 0) {
            throw new IllegalArgumentException(
                    "width and height must be multiples of %d, got %d x %d".formatted(COARSEST, width, height));
        }
        if (edges < 1 || channels < 1 || categories < 1 || !(canonical > 0)) {
            throw new IllegalArgumentException("edges, channels, categories and canonical must be greater than zero");
        }
    }

    /**
     * Returns the shape for pictures of a person, twice as high as wide. In the paper level 4 begins at 224 pixels, of
     * pictures of about 1000 pixels: the same share of the height is taken here.
     *
     * @param width in pixels
     */
    public static DetectorShape person(int width, int categories) {
        int height = 2 * width;
        return new DetectorShape(
                width,
                height,
                FeaturePyramid.FINE_CHANNELS,
                FeaturePyramid.CHANNELS,
                categories,
                224.0 / 1024 * height);
    }

    int channels(Level level) {
        return level == Level.P2 ? edges : channels;
    }

    /** Returns the number of channels of what is read of a region: of the finest level and of its own. */
    int regionChannels() {
        return edges + channels;
    }

    int columns(Level level) {
        return width / level.stride();
    }

    int rows(Level level) {
        return height / level.stride();
    }

    /** Returns on which of the coarser levels to look at a region: equation 1 of Lin et al. 2017. */
    Level levelOf(Rect region) {
        double size = Math.sqrt(Math.max(0, region.area()));
        Level found = Level.P3;
        for (Level level : Level.proposing()) {
            found = size >= from(level) ? level : found;
        }
        return found;
    }

    /** Returns the square root of the area from which on a region belongs to a level. */
    double from(Level level) {
        return level == Level.P3 ? 0 : canonical * level.stride() / Level.P4.stride();
    }
}
