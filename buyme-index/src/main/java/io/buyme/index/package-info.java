/** Vector indexes: exact and approximate nearest neighbours, partitioned and persistent. */
@NullMarked
package io.buyme.index;

import org.jspecify.annotations.NullMarked;
