/**
 * Annotation files in the format of COCO (Common Objects in Context, <a
 * href="https://cocodataset.org/#format-data">cocodataset.org</a>): pictures, categories, and the boxes and masks of
 * objects. For those who measure or train a stage on annotated photos.
 */
@NullMarked
package io.buyme.image.coco;

import org.jspecify.annotations.NullMarked;
