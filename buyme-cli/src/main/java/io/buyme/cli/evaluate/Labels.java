package io.buyme.cli.evaluate;

import io.buyme.image.coco.CocoAnnotation;
import io.buyme.image.coco.CocoAnnotations;
import java.util.OptionalLong;

/** A set of categories, by which both annotations and sightings can be called. */
interface Labels {

    /** Returns what there is to find, in these categories. */
    CocoAnnotations truth();

    /** Tells whether this annotation need not be found, and finding it is not wrong. */
    boolean isOptional(CocoAnnotation annotation);

    /** Returns the category of a sighting, if the detector's word for it is one of these. */
    OptionalLong categoryOf(Sighting sighting);
}
