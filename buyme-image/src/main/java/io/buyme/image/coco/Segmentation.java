package io.buyme.image.coco;

import io.buyme.api.Mask;

/** Which pixels of a picture show an object, in one of the notations of COCO. Immutable. */
public sealed interface Segmentation permits RunLengths, Polygons {

    /** Returns the pixels, in a rectangle just around them; a mask of one unset pixel if there are none. */
    Mask mask();
}
