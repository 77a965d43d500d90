/** Bounded, upright, sRGB decoding of pictures, and drawing of boxes, masks and skeletons. */
@NullMarked
package io.buyme.image;

import org.jspecify.annotations.NullMarked;
