/** Tests of the COCO annotation files. */
@NullMarked
package io.buyme.image.coco.score;

import org.jspecify.annotations.NullMarked;
