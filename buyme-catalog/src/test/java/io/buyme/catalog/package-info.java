/** Tests of the catalogue. */
@NullMarked
package io.buyme.catalog;

import org.jspecify.annotations.NullMarked;
