package io.buyme.train.rcnn;

/**
 * The sizes of a detector.
 *
 * @param width of its input in pixels, a multiple of 32
 * @param height of its input in pixels, a multiple of 32
 * @param channels of the feature pyramid
 * @param categories that it tells apart
 * @param canonical square root of the area from which on a region is looked at on level 4; twice that on level 5
 */
public record DetectorShape(int width, int height, int channels, int categories, double canonical) {

    private static final int COARSEST = 32;

    /** Checks the sizes. */
    public DetectorShape {
        if (width < COARSEST || height < COARSEST || width % COARSEST != 0 || height % COARSEST != 0) {
            throw new IllegalArgumentException(
                    "width and height must be multiples of %d, got %d x %d".formatted(COARSEST, width, height));
        }
        if (channels < 1 || categories < 1 || !(canonical > 0)) {
            throw new IllegalArgumentException("channels, categories and canonical must be greater than zero");
        }
    }

    /**
     * Returns the shape for pictures of a person. In the paper level 4 begins at 224 pixels, of pictures of about 1000
     * pixels; these are half as high.
     *
     * @param channels of the feature pyramid
     */
    public static DetectorShape person(int channels, int categories) {
        return new DetectorShape(256, 512, channels, categories, 112);
    }

    int columns(Level level) {
        return width / level.stride();
    }

    int rows(Level level) {
        return height / level.stride();
    }

    /** Returns on which level to look at a region: equation 1 of Lin et al. 2017. */
    Level levelOf(Rect region) {
        double size = Math.sqrt(Math.max(0, region.area()));
        Level found = Level.P2;
        for (Level level : Level.values()) {
            found = size >= from(level) ? level : found;
        }
        return found;
    }

    /** Returns the square root of the area from which on a region belongs to a level. */
    double from(Level level) {
        return level == Level.P2 ? 0 : canonical * Math.pow(2, level.ordinal() - Level.P4.ordinal());
    }
}
