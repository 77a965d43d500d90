@NullMarked
package io.buyme.image.imaterialist;

import org.jspecify.annotations.NullMarked;
