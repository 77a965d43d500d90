/** Tests of the COCO annotation files. */
@NullMarked
package io.buyme.image.coco;

import org.jspecify.annotations.NullMarked;
