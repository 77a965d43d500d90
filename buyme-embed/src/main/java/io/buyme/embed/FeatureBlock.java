package io.buyme.embed;

/** One part of the vector. Without state, so safe for concurrent use. */
interface FeatureBlock {

    /** Returns the number of values. */
    int dimension();

    /** Returns the values, none of them scaled yet; all zero where the article shows nothing of the kind. */
    float[] describe(Raster article);
}
