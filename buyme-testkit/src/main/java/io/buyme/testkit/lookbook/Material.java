package io.buyme.testkit.lookbook;

/**
 * What a piece is made of and how it falls.
 *
 * @param fabric its colours
 * @param folds how it falls
 * @param gloss 0 for cloth, up to 1 for polished leather
 */
record Material(Fabric fabric, Folds folds, double gloss) {

    /** Colours as a function of the place on the cloth. */
    @FunctionalInterface
    interface Fabric {

        /** Returns 0xRRGGBB at a place on the cloth, in body heights from its top centre. */
        int rgb(double across, double along);
    }

    static Material plain(int rgb) {
        return new Material((across, along) -> rgb, Folds.NONE, 0);
    }

    Material with(Folds other) {
        return new Material(fabric, other, gloss);
    }

    /** Returns the same cloth darker or lighter, such as its inside. */
    Material scaled(double factor) {
        return new Material((across, along) -> Colors.scale(fabric.rgb(across, along), factor), folds, gloss);
    }
}
