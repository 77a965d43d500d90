/**
 * How well boxes and masks fit annotations, as the evaluation of COCO defines it (<a
 * href="https://cocodataset.org/#detection-eval">cocodataset.org</a>; {@code COCOeval} of pycocotools). For those who
 * measure a detector, or train one.
 */
@NullMarked
package io.buyme.image.coco.score;

import org.jspecify.annotations.NullMarked;
