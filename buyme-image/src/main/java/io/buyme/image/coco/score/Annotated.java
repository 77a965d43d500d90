package io.buyme.image.coco.score;

/**
 * What there is to find.
 *
 * @param shape where it is
 * @param area by which it is in an area range or not: that of the file, also when boxes are compared
 * @param crowd whether it is a group, in which any number of detections may lie
 * @param optional whether it need not be found
 */
record Annotated(Shape shape, double area, boolean crowd, boolean optional) {

    /** Tells whether it need not be found, and finding it is not wrong. */
    boolean isIgnored(AreaRange range) {
        return crowd || optional || !range.contains(area);
    }
}
