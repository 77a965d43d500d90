/** Detection stage: articles of clothing with category, box and mask. */
@NullMarked
package io.buyme.detect;

import org.jspecify.annotations.NullMarked;
