package io.buyme.cli.evaluate;

import io.buyme.image.coco.CocoImage;

/** A photo or a part of it. */
interface PhotoSample extends Sample {

    /** Returns the photo. */
    CocoImage image();

    /** Returns what it shows; of one photo at most one sample each is to be found. */
    String category();
}
